using System;
using System.Buffers.Binary;

namespace MedHardening.Cim.WsMan.Authentication;

/// <summary>
/// Wrap tokens of RFC 4121 §4.2.6.2. WinRM sends what its SSPI makes: a header that holds all the overhead, and behind it as many bytes
/// as the message has (MS-WSMV §2.2.9.1.1). GSS-API puts the checksum at the end; the two differ by the rotation of §4.2.5 only.
/// </summary>
internal static class KerberosToken
{
    private const int Header = 16;
    private const int Confounder = 16;

    /// <summary>Rotates the checksum to the front of the token, in place. Another kind of token is left as it is.</summary>
    public static void Rotate(Span<byte> token, int plainLength)
    {
        int count = token.Length - plainLength - Header - Confounder;
        bool isWrap = count > 0 && token[0] == 5 && token[1] == 4 && (token[2] & 2) != 0;
        if (!isWrap || BinaryPrimitives.ReadUInt32BigEndian(token[4..]) != 0) // EC and RRC: rotated already, or padded
            return;
        Span<byte> body = token[Header..];
        byte[] tail = body[^count..].ToArray();
        body[..^count].CopyTo(body[count..]);
        tail.CopyTo(body);
        BinaryPrimitives.WriteUInt16BigEndian(token[6..], (ushort)count);
    }
}
