using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace MedHardening.Simulator.WsMan;

/// <summary>Sign-in by a certificate that is mapped to a local account (DSP0226 annex C, MS-WSMV §2.2.4.34).</summary>
internal sealed class CertificateSignIn(WsManServerOptions options)
{
    private const string Profile = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual";

    public bool IsMeant(HttpRequest request) => options.AllowCertificate && request.IsHttps && request.Headers.Authorization == Profile;

    /// <summary>Asks for the certificate, once a connection; what the client has sent must have been read.</summary>
    /// <returns>The account; null when the certificate proves none.</returns>
    public async Task<string?> UserAsync(HttpContext http, CancellationToken aborted)
    {
        X509Certificate2? shown = await http.Connection.GetClientCertificateAsync(aborted).ConfigureAwait(false);
        return shown is null ? null : options.CertificateMappings.FirstOrDefault(m => Fits(shown, m))?.User;
    }

    private static bool Fits(X509Certificate2 shown, CertificateMapping mapping)
    {
        if (!shown.GetNameInfo(X509NameType.UpnName, false).Equals(mapping.Subject, StringComparison.OrdinalIgnoreCase))
            return false;
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(mapping.Issuer);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(shown);
    }
}
