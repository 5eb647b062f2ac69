using System;
using System.Buffers.Binary;
using System.IO;
using System.Text;

namespace MedHardening.Simulator.WsMan;

/// <summary>One message as MS-WSMV §2.2.9.1 seals it, as strictly as Windows reads it.</summary>
internal static class SealedMessage
{
    private const string Delimiter = "--Encrypted Boundary";
    private const string Octets = Delimiter + "\r\n\tContent-Type: application/octet-stream\r\n";

    /// <summary>The token of a message and the length that it says it has when opened; null when it is no such message.</summary>
    public static (byte[] Token, int Length)? Read(ReadOnlySpan<byte> body, string protocol)
    {
        string start = Delimiter + "\r\n\tContent-Type: " + protocol + "\r\n\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=";
        ReadOnlySpan<byte> closing = Encoding.ASCII.GetBytes(Delimiter + "--\r\n");
        ReadOnlySpan<byte> octets = Encoding.ASCII.GetBytes(Octets);
        int at = body.IndexOf(octets);
        if (at < start.Length || !body.StartsWith(Encoding.ASCII.GetBytes(start)) || !body.EndsWith(closing))
            return null;
        string digits = Encoding.ASCII.GetString(body[start.Length..at]);
        if (!digits.EndsWith("\r\n", StringComparison.Ordinal) || !int.TryParse(digits.AsSpan().TrimEnd(), out int length))
            return null;
        ReadOnlySpan<byte> content = body[(at + octets.Length)..^closing.Length];
        if (content.Length < 4 + 16 || BinaryPrimitives.ReadInt32LittleEndian(content) != content.Length - 4 - length)
            return null;
        byte[] token = content[4..].ToArray();
        return HasWholeSignature(token, length) ? (token, length) : null;
    }

    public static byte[] Write(byte[] token, int length, string protocol)
    {
        byte[] rotated = Rotate(token, length);
        using MemoryStream body = new();
        body.Write(Encoding.ASCII.GetBytes(
            $"{Delimiter}\r\n\tContent-Type: {protocol}\r\n\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length={length}\r\n{Octets}"));
        body.Write(BitConverter.GetBytes(token.Length - length));
        body.Write(rotated);
        body.Write(Encoding.ASCII.GetBytes(Delimiter + "--\r\n"));
        return body.ToArray();
    }

    // RFC 4121 §4.2.5: SSPI's buffers want the checksum of a Kerberos token before the sealed bytes, not behind them.
    private static bool HasWholeSignature(byte[] token, int length) =>
        token[0] != 5 || BinaryPrimitives.ReadUInt16BigEndian(token.AsSpan(6)) == token.Length - length - 32;

    private static byte[] Rotate(byte[] token, int length)
    {
        int by = token.Length - length - 32;
        if (token[0] != 5 || token[7] != 0)
            return token;
        byte[] rotated = [.. token[..16], .. token[^by..], .. token[16..^by]];
        BinaryPrimitives.WriteUInt16BigEndian(rotated.AsSpan(6), (ushort)by);
        return rotated;
    }
}
