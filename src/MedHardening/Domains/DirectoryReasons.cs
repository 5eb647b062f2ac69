using MedHardening.Cim;

namespace MedHardening.Domains;

/// <summary>The reason code of a domain's fault: what helps against a controller that does not answer is not what helps against a computer.</summary>
public static class DirectoryReasons
{
    public static string Of(CimFaultKind kind) => kind switch
    {
        CimFaultKind.NameNotResolved or CimFaultKind.ConnectionRefused or CimFaultKind.ConnectTimedOut
            or CimFaultKind.ConnectionFailed or CimFaultKind.ConnectionDropped => "DirectoryUnreachable",
        CimFaultKind.AuthenticationFailed => "DirectoryAuthenticationFailed",
        CimFaultKind.CertificateRejected => "DirectoryCertificateRejected",
        CimFaultKind.AccessDenied => "DirectoryAccessDenied",
        CimFaultKind.HostFault or CimFaultKind.Protocol or CimFaultKind.InstanceNotFound or CimFaultKind.NotSupported => "DirectoryFault",
        _ => kind.ToString(),
    };
}
