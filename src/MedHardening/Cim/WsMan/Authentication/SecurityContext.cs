using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Net.Security;
using System.Security.Authentication.ExtendedProtection;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim.WsMan.Authentication;

/// <summary>One security context with one host, on one connection. Knows no HTTP.</summary>
internal sealed class SecurityContext : IDisposable
{
    private readonly CimTarget _target;
    private readonly Offer _offer;
    private readonly NegotiateAuthentication _mechanism;

    private SecurityContext(CimTarget target, Offer offer, ChannelBinding? binding)
    {
        _target = target;
        _offer = offer;
        _mechanism = new NegotiateAuthentication(new NegotiateAuthenticationClientOptions
        {
            Package = offer.Package,
            TargetName = offer.Spn,
            Credential = offer.Credential,
            RequiredProtectionLevel = target.UseSsl ? ProtectionLevel.None : ProtectionLevel.EncryptAndSign,
            RequireMutualAuthentication = offer.Package == "Kerberos",
            Binding = binding,
        });
    }

    /// <summary>The scheme of the Authorization header.</summary>
    public string Scheme => _offer.Scheme;

    /// <summary>The protocol that sealed messages name (MS-WSMV §2.2.9.1.1–2).</summary>
    public string Protocol => Scheme == "Kerberos" ? Sealing.Kerberos : Sealing.Spnego;

    public bool IsAuthenticated => _mechanism.IsAuthenticated;

    /// <summary>The package in use, and NTLM where Kerberos might have been, said as such.</summary>
    public string Package =>
        _mechanism.Package == "NTLM" && _target.Authentication != CimAuthentication.Ntlm ? ProofOfAccount.Fallback : _mechanism.Package;

    /// <summary>Begins with the first offer that the domain has a ticket for, or that needs none.</summary>
    public static async Task<(SecurityContext Context, byte[]? Token)> BeginAsync(
        CimTarget target, ChannelBinding? binding, CancellationToken cancel)
    {
        Offer[] offers = Offer.Of(target, OperatingSystem.IsWindows());
        foreach (Offer offer in offers)
        {
            (SecurityContext context, NegotiateAuthenticationStatusCode status, byte[]? token) =
                await Task.Run(() => Begin(target, offer, binding), CancellationToken.None).WaitAsync(cancel).ConfigureAwait(false);
            if (!IsWithoutTicket(status))
                return (context, context.Judge(status, token));
            context.Dispose();
        }
        throw TicketCache.IsUsable() == false && target.Credential is null
            ? new CimFault(CimFaultKind.NoTicket, "the Kerberos ticket has expired") { Host = target.Name }
            : new CimFault(
                CimFaultKind.NoServiceTicket,
                "the domain gives no ticket for " + string.Join(" or ", offers.Select(o => o.Spn).Distinct()))
            { Host = target.Name };
    }

    // The tickets are those of the thread.
    private static (SecurityContext Context, NegotiateAuthenticationStatusCode Status, byte[]? Token) Begin(
        CimTarget target, Offer offer, ChannelBinding? binding)
    {
        using TicketCopy? tickets = target.Credential is null ? TicketCopy.Begin() : null;
        SecurityContext context = new(target, offer, binding);
        byte[]? token = context._mechanism.GetOutgoingBlob([], out NegotiateAuthenticationStatusCode status);
        return (context, status, token);
    }

    // MIT Kerberos says with a general failure that the service is unknown, and that the ticket has expired; a wrong account or password, and
    // a cache without a ticket, are UnknownCredentials.
    private static bool IsWithoutTicket(NegotiateAuthenticationStatusCode status) =>
        status is NegotiateAuthenticationStatusCode.TargetUnknown or NegotiateAuthenticationStatusCode.GenericFailure;

    /// <summary>Takes the host's token and gives the next one; null when there is nothing more to say.</summary>
    public async Task<byte[]?> StepAsync(byte[] token, CancellationToken cancel)
    {
        (NegotiateAuthenticationStatusCode status, byte[]? next) = await AskAsync(token, cancel).ConfigureAwait(false);
        return Judge(status, next);
    }

    /// <exception cref="CimFault">The context is not the one that was asked for.</exception>
    public void EnsureAsAsked()
    {
        if (!IsAuthenticated)
            throw Fault(CimFaultKind.Protocol, "the host ended the authentication before it was complete");
        if (_target.Authentication == CimAuthentication.Kerberos && _mechanism.Package != "Kerberos")
            throw Fault(CimFaultKind.AuthenticationFailed, _mechanism.Package + " instead of Kerberos: name the host by its DNS name, or ask for Negotiate");
        if (!_target.UseSsl && !_mechanism.IsEncrypted)
            throw Fault(CimFaultKind.AuthenticationFailed, _mechanism.Package + " agreed on no encryption: use HTTPS");
    }

    public byte[] Seal(ReadOnlySpan<byte> plain)
    {
        ArrayBufferWriter<byte> token = new(plain.Length + 128);
        NegotiateAuthenticationStatusCode status = _mechanism.Wrap(plain, token, requestEncryption: true, out bool encrypted);
        if (status != NegotiateAuthenticationStatusCode.Completed || !encrypted)
            throw Fault(CimFaultKind.NotSupported, "a message cannot be encrypted: " + status);
        byte[] sealedBytes = token.WrittenSpan.ToArray();
        KerberosToken.Rotate(sealedBytes, plain.Length);
        return Sealing.Pack(Protocol, sealedBytes, plain.Length);
    }

    /// <summary>Opens the parts in place, one behind the other from the beginning of the message; the result is their length.</summary>
    public int Open(byte[] message, IReadOnlyList<SealedPart> parts)
    {
        int length = 0;
        foreach (SealedPart part in parts)
        {
            Span<byte> token = message.AsSpan(part.Offset, part.TokenLength);
            NegotiateAuthenticationStatusCode status = _mechanism.UnwrapInPlace(token, out int offset, out int count, out bool encrypted);
            if (status != NegotiateAuthenticationStatusCode.Completed || !encrypted)
                throw Fault(CimFaultKind.Protocol, "an answer that cannot be decrypted: " + (encrypted ? status : "not encrypted"));
            if (count != part.PlainLength)
                throw Fault(CimFaultKind.Protocol, $"an encrypted answer of {count} bytes that says {part.PlainLength}");
            token.Slice(offset, count).CopyTo(message.AsSpan(length));
            length += count;
        }
        return length;
    }

    public void Dispose() => _mechanism.Dispose();

    // A Kerberos library may ask the domain over the network, and knows no cancellation.
    private Task<(NegotiateAuthenticationStatusCode Status, byte[]? Token)> AskAsync(byte[] token, CancellationToken cancel) => Task.Run(
        () =>
        {
            byte[]? next = _mechanism.GetOutgoingBlob(token, out NegotiateAuthenticationStatusCode status);
            return (status, next);
        },
        CancellationToken.None).WaitAsync(cancel);

    private byte[]? Judge(NegotiateAuthenticationStatusCode status, byte[]? token) => status switch
    {
        NegotiateAuthenticationStatusCode.Completed or NegotiateAuthenticationStatusCode.ContinueNeeded => token,
        NegotiateAuthenticationStatusCode.Unsupported => throw Fault(
            CimFaultKind.NotSupported, _offer.Package + ": this machine has no library for it (Linux: MIT Kerberos; NTLM: gss-ntlmssp)"),
        NegotiateAuthenticationStatusCode.InvalidToken or NegotiateAuthenticationStatusCode.MessageAltered => throw Fault(
            CimFaultKind.Protocol, "the host's part of the authentication cannot be understood: " + status),
        _ when _target.Credential is null => throw Fault(CimFaultKind.NoTicket, _offer.Package + ": " + status),
        _ => throw Fault(CimFaultKind.AuthenticationFailed, _offer.Package + ": " + status),
    };

    private CimFault Fault(CimFaultKind kind, string detail) => new(kind, detail) { Host = _target.Name };
}
