using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace MedHardening.Cim.WsMan.Authentication;

/// <summary>The security profile in which a certificate of the client's proves the account (DSP0226 annex C; MS-WSMV §2.2.4.34 Certificate).</summary>
internal static class Mutual
{
    /// <summary>The value of the Authorization header, by which WinRM knows to ask for the certificate.</summary>
    public const string Profile = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual";

    /// <summary>
    /// WinRM asks for the certificate after the request has come. With TLS 1.3 that takes an extension which Windows itself does not get
    /// right (https://github.com/ansible-collections/ansible.windows/issues/333), so TLS 1.2 is offered alone.
    /// </summary>
    [SuppressMessage("Security", "CA5398", Justification = "Told in the summary.")]
    public static void Offer(SslClientAuthenticationOptions options, X509Certificate2 certificate)
    {
        options.ClientCertificateContext = SslStreamCertificateContext.Create(certificate, null, offline: true);
        options.EnabledSslProtocols = SslProtocols.Tls12;
        options.AllowRenegotiation = true;
    }
}
