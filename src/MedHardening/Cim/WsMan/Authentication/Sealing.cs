using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace MedHardening.Cim.WsMan.Authentication;

/// <summary>
/// The multipart/encrypted messages of MS-WSMV §2.2.9.1, without I/O and without cryptography: where the sealed bytes are. Headers are
/// indented with a tab; nothing stands between the sealed bytes and the next boundary.
/// </summary>
internal static class Sealing
{
    public const string MediaType = "multipart/encrypted";
    public const string Spnego = "application/HTTP-SPNEGO-session-encrypted";
    public const string Kerberos = "application/HTTP-Kerberos-session-encrypted";

    private const string Boundary = "Encrypted Boundary";
    private const int MinSignature = 16; // NTLM; Kerberos has 60 with AES (RFC 3962)
    private const int MaxSignature = 256;
    private const int MaxLine = 256;

    public static string ContentType(string protocol) => MediaType + ";protocol=\"" + protocol + "\";boundary=\"" + Boundary + "\"";

    /// <summary>Packs a token of which all but the last <paramref name="plainLength"/> bytes are the signature.</summary>
    public static byte[] Pack(string protocol, ReadOnlySpan<byte> token, int plainLength)
    {
        byte[] head = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"--{Boundary}\r\n\tContent-Type: {protocol}\r\n\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length={plainLength}\r\n--{Boundary}\r\n\tContent-Type: application/octet-stream\r\n"));
        byte[] tail = Encoding.ASCII.GetBytes("--" + Boundary + "--\r\n");
        byte[] message = new byte[head.Length + 4 + token.Length + tail.Length];
        head.CopyTo(message, 0);
        BinaryPrimitives.WriteInt32LittleEndian(message.AsSpan(head.Length), token.Length - plainLength);
        token.CopyTo(message.AsSpan(head.Length + 4));
        tail.CopyTo(message, message.Length - tail.Length);
        return message;
    }

    /// <summary>The sealed parts of a message, in their order.</summary>
    /// <param name="boundary">As the Content-Type of the message says.</param>
    /// <exception cref="CimFault"><see cref="CimFaultKind.Protocol"/>: it is no such message.</exception>
    public static IReadOnlyList<SealedPart> Parse(ReadOnlySpan<byte> message, string protocol, string boundary)
    {
        List<SealedPart> parts = [];
        int at = 0;
        while (!PassBoundary(message, ref at, boundary))
        {
            int? length = null;
            bool named = false;
            while (!message[at..].StartsWith("--"u8))
            {
                string line = Line(message, ref at);
                named |= line.Equals("Content-Type: " + protocol, StringComparison.OrdinalIgnoreCase);
                if (line.StartsWith("OriginalContent:", StringComparison.OrdinalIgnoreCase))
                    length = Length(line);
            }
            if (!named || length is null)
                throw Broken("no " + (named ? "length" : "part of " + protocol));
            if (PassBoundary(message, ref at, boundary)
                || !Line(message, ref at).Equals("Content-Type: application/octet-stream", StringComparison.OrdinalIgnoreCase))
            {
                throw Broken("no sealed bytes");
            }
            parts.Add(Sealed(message, ref at, length.Value));
        }
        return parts.Count > 0 ? parts : throw Broken("no part");
    }

    private static SealedPart Sealed(ReadOnlySpan<byte> message, ref int at, int length)
    {
        int left = message.Length - at - 4;
        int signature = left < 0 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(message[at..]);
        if (signature is < MinSignature or > MaxSignature || length > left - signature)
            throw Broken("a signature of " + signature + " bytes and " + length + " sealed ones in " + left);
        SealedPart part = new(at + 4, signature + length, length);
        at = part.Offset + part.TokenLength;
        return part;
    }

    // Exchange and the example of MS-WSMV §4.5 have a space behind the hyphens. True at the closing boundary.
    private static bool PassBoundary(ReadOnlySpan<byte> message, ref int at, string boundary)
    {
        string line = Line(message, ref at);
        string name = line.StartsWith("--", StringComparison.Ordinal) ? line[2..].TrimStart(' ') : "";
        return name.StartsWith(boundary, StringComparison.Ordinal)
            ? name[boundary.Length..] switch { "" => false, "--" => true, _ => throw Broken("another boundary") }
            : throw Broken("no boundary");
    }

    private static string Line(ReadOnlySpan<byte> message, ref int at)
    {
        ReadOnlySpan<byte> rest = message.Slice(at, Math.Min(MaxLine, message.Length - at));
        int end = rest.IndexOf("\r\n"u8);
        if (end < 0 && rest.Length == MaxLine)
            throw Broken("a line without an end");
        if (end < 0 && !rest.EndsWith("--"u8)) // behind the closing boundary some send no line end
            throw Broken("it is cut off");
        at += end < 0 ? rest.Length : end + 2;
        return Encoding.ASCII.GetString(end < 0 ? rest : rest[..end]).Trim('\t', ' ');
    }

    private static int? Length(string line)
    {
        int at = line.LastIndexOf(";Length=", StringComparison.OrdinalIgnoreCase);
        return at > 0 && int.TryParse(line.AsSpan(at + 8), NumberStyles.None, CultureInfo.InvariantCulture, out int length) ? length : null;
    }

    private static CimFault Broken(string how) => new(CimFaultKind.Protocol, "an encrypted answer that cannot be taken apart: " + how);
}

/// <summary>One sealed part: signature and sealed bytes, side by side.</summary>
/// <param name="PlainLength">What the sender says it is when opened.</param>
internal readonly record struct SealedPart(int Offset, int TokenLength, int PlainLength);
