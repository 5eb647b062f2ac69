using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim.Probing;

namespace MedHardening.Cim.WsMan.Probing;

/// <summary>A TLS handshake for its own sake: the same demands as those of a session, and what was shown is kept.</summary>
internal sealed class Handshake
{
    /// <summary>The certificate shown, accepted or not.</summary>
    public ServerCertificateFacts? Certificate { get; private set; }

    /// <summary>The version of the protocol.</summary>
    /// <exception cref="CimFault">No TLS there, or a certificate that is not accepted.</exception>
    public async Task<string> ShakeAsync(CimTarget target, Socket socket, CancellationToken cancel)
    {
        ServerCertificate demands = new(target);
        SslClientAuthenticationOptions options = demands.Options();
        RemoteCertificateValidationCallback judge = options.RemoteCertificateValidationCallback!;
        options.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
        {
            Certificate = certificate is X509Certificate2 shown ? FactsOf(shown) : null;
            return judge(sender, certificate, chain, errors);
        };
        using SslStream tls = new(new NetworkStream(socket, ownsSocket: false));
        try
        {
            await tls.AuthenticateAsClientAsync(options, cancel).ConfigureAwait(false);
            return tls.SslProtocol.ToString();
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            throw NetworkFaults.From(e, target.Name, first: true, demands);
        }
    }

    private static ServerCertificateFacts FactsOf(X509Certificate2 certificate) => new(
        certificate.Subject,
        certificate.Issuer,
        NamesOf(certificate),
        certificate.NotBefore.ToUniversalTime(),
        certificate.NotAfter.ToUniversalTime(),
        certificate.Thumbprint);

    private static IReadOnlyList<string> NamesOf(X509Certificate2 certificate)
    {
        try
        {
            X509SubjectAlternativeNameExtension? names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
            return names is null ? [] : [.. names.EnumerateDnsNames(), .. names.EnumerateIPAddresses().Select(a => a.ToString())];
        }
        catch (CryptographicException e)
        {
            return ["? (" + e.Message + ")"];
        }
    }
}
