using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Cim;
using MedHardening.PowerShell.Commands;

namespace MedHardening.PowerShell;

/// <summary>Which parameters of a connection go together.</summary>
internal static class Connections
{
    // What a connection over a network has, and a session has already.
    private static readonly string[] s_ofNetwork =
    [
        nameof(TargetCmdlet.Credential), nameof(TargetCmdlet.Authentication), nameof(TargetCmdlet.UseSsl), nameof(TargetCmdlet.Port),
        nameof(TargetCmdlet.CaCertificate), nameof(TargetCmdlet.SkipCertificateCheck), nameof(TargetCmdlet.CertificateFile),
        nameof(TargetCmdlet.CertificateThumbprint), nameof(TargetCmdlet.Spn), nameof(GetMedChecklistStatusCommand.AllowRemoteShell),
    ];

    // What MI cannot do: it has the certificates of Windows' stores only, makes the service name itself, and has no shell.
    private static readonly string[] s_notOfMi =
    [
        nameof(TargetCmdlet.CaCertificate), nameof(TargetCmdlet.CertificateFile), nameof(TargetCmdlet.Spn),
        nameof(GetMedChecklistStatusCommand.AllowRemoteShell),
    ];

    private static readonly string[] s_notOfDcom =
    [
        nameof(TargetCmdlet.UseSsl), nameof(TargetCmdlet.Port), nameof(TargetCmdlet.SkipCertificateCheck),
        nameof(TargetCmdlet.CertificateThumbprint), .. s_notOfMi,
    ];

    /// <summary>The first parameter that could have no effect, as an error; null when all can.</summary>
    public static ErrorRecord? Unfit(ICollection<string> bound, CimTransport? wanted, bool isThisComputer)
    {
        CimTransport way = wanted ?? Transports.Default;
        if (bound.Contains(nameof(TargetCmdlet.CimSession)))
            return First([nameof(TargetCmdlet.Transport), .. s_ofNetwork]) is { } ofSession ? ErrorRecords.SessionIsConnected(ofSession) : null;
        if (isThisComputer && way != CimTransport.Wsman)
            return First(s_ofNetwork) is { } ofNetwork ? ErrorRecords.ThisComputerIsConnected(ofNetwork) : null;
        string[] unfit = way switch
        {
            CimTransport.Mi => s_notOfMi,
            CimTransport.Dcom => s_notOfDcom,
            _ => [],
        };
        return First(unfit) is { } other ? ErrorRecords.NotWithTransport(other, way) : null;

        string? First(IEnumerable<string> names) => names.FirstOrDefault(bound.Contains);
    }

    /// <summary>MI asks this computer without a network, WS-Man by its loopback address.</summary>
    public static string AddressOfThisComputer(CimTransport? wanted) =>
        (wanted ?? Transports.Default) == CimTransport.Wsman ? "localhost" : CimTarget.ThisComputer;
}
