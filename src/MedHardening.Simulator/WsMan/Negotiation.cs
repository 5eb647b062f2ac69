using System;
using System.Buffers;
using System.Net.Security;

namespace MedHardening.Simulator.WsMan;

/// <summary>The security context of one connection (RFC 4559, MS-WSMV §2.2.9.1), from its first token on.</summary>
internal sealed class Negotiation(string scheme, bool isHttps) : IDisposable
{
    private const string MediaType = "multipart/encrypted";

    private readonly NegotiateAuthentication _mechanism = new(new NegotiateAuthenticationServerOptions
    {
        Package = scheme,
        RequiredProtectionLevel = isHttps ? ProtectionLevel.None : ProtectionLevel.EncryptAndSign,
    });

    public string Scheme => scheme;

    public string? User { get; private set; }

    private string Protocol => scheme == "Kerberos" ? "application/HTTP-Kerberos-session-encrypted" : "application/HTTP-SPNEGO-session-encrypted";

    public string ContentType => $"{MediaType};protocol=\"{Protocol}\";boundary=\"Encrypted Boundary\"";

    /// <summary>Takes the client's token.</summary>
    /// <returns>The next token, if any, and whether the client may come with another one.</returns>
    public (byte[]? Token, bool IsRejected) Step(byte[] token)
    {
        byte[]? next = _mechanism.GetOutgoingBlob(token, out NegotiateAuthenticationStatusCode status);
        if (status == NegotiateAuthenticationStatusCode.Completed)
            User = _mechanism.RemoteIdentity.Name ?? "";
        return (next, status is not (NegotiateAuthenticationStatusCode.Completed or NegotiateAuthenticationStatusCode.ContinueNeeded));
    }

    public static bool IsSealed(string? contentType) => contentType?.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Opens a request; null when it was not sealed in this context.</summary>
    public byte[]? Open(ReadOnlySpan<byte> body, string? contentType)
    {
        if (contentType != ContentType || SealedMessage.Read(body, Protocol) is not { } message)
            return null;
        ArrayBufferWriter<byte> plain = new(message.Length + 1);
        NegotiateAuthenticationStatusCode status = _mechanism.Unwrap(message.Token, plain, out bool encrypted);
        return status == NegotiateAuthenticationStatusCode.Completed && encrypted && plain.WrittenCount == message.Length
            ? plain.WrittenSpan.ToArray()
            : null;
    }

    public byte[] Seal(ReadOnlySpan<byte> reply)
    {
        ArrayBufferWriter<byte> token = new(reply.Length + 128);
        NegotiateAuthenticationStatusCode status = _mechanism.Wrap(reply, token, requestEncryption: true, out _);
        return status == NegotiateAuthenticationStatusCode.Completed
            ? SealedMessage.Write(token.WrittenSpan.ToArray(), reply.Length, Protocol)
            : throw new InvalidOperationException("Wrap: " + status);
    }

    public void Dispose() => _mechanism.Dispose();
}
