using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace MedHardening.Changes;

/// <summary>Finds the changes that could cut off the very connection over which they are made, and over which they would be taken back.</summary>
internal static class Lockout
{
    // What WinRM and WMI run on (dependencies of the services WinRM and Winmgmt), and what a domain account needs to sign in.
    private static readonly HashSet<string> s_services = new(StringComparer.OrdinalIgnoreCase)
    {
        "WinRM", "HTTP", "RpcSs", "RpcEptMapper", "DcomLaunch", "Winmgmt", "BFE", "mpssvc", "Netlogon", "Kdc", "NTDS", "SamSs", "LSM",
        "Dhcp", "Dnscache", "nsi", "NlaSvc", "Tcpip", "AFD", "LanmanWorkstation", "LanmanServer", "EventLog", "gpsvc", "ProfSvc", "CryptSvc",
    };

    private static readonly string[] s_keys =
    [
        @"SOFTWARE\Policies\Microsoft\Windows\WinRM", // WindowsRemoteManagement.admx
        @"SOFTWARE\Microsoft\Windows\CurrentVersion\WSMAN",
        @"SOFTWARE\Policies\Microsoft\WindowsFirewall", // WindowsFirewall.admx
        @"SYSTEM\CurrentControlSet\Services\SharedAccess",
        @"SYSTEM\CurrentControlSet\Services\HTTP",
        @"SYSTEM\CurrentControlSet\Control\Lsa",
        @"SYSTEM\CurrentControlSet\Control\SecurityProviders",
        @"SOFTWARE\Policies\Microsoft\Netlogon",
        @"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System", // LocalAccountTokenFilterPolicy, Kerberos encryption types
        @"SOFTWARE\Policies\Microsoft\Cryptography\Configuration\SSL",
    ];

    private static readonly string[] s_classes =
    [
        "MSFT_NetFirewall", "MSFT_NetAdapter", "MSFT_NetIP", "Win32_NetworkAdapter", "Win32_UserAccount", "Win32_ComputerSystem",
        "Win32_OperatingSystem", "Win32_Service", "StdRegProv",
    ];

    // The control set in use goes by its number, too.
    private static readonly Regex s_controlSet = new(@"^SYSTEM\\ControlSet\d{3}(?=\\|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The changes that may cut off the connection.</summary>
    public static IReadOnlyList<Change> Of(IEnumerable<Change> changes) => changes.Where(MayCutOff).ToArray();

    private static bool MayCutOff(Change change) => change switch
    {
        ServiceStartChange c => s_services.Contains(c.Service) && c.After != "Auto",
        ServiceStateChange c => s_services.Contains(c.Service) && !c.Runs,
        RegistryValueChange c => IsOfConnection(s_controlSet.Replace(c.Path, @"SYSTEM\CurrentControlSet")),
        MethodChange c => s_classes.Any(name => c.ClassName.StartsWith(name, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    private static bool IsOfConnection(string path) => s_keys.Any(k => IsAtOrBelow(path, k)) || IsOfService(path);

    private static bool IsOfService(string path)
    {
        const string services = @"SYSTEM\CurrentControlSet\Services";
        if (!IsAtOrBelow(path, services) || path.Length == services.Length)
            return false;
        string[] below = path.Substring(services.Length + 1).Split('\\');
        // The logs live below the service that writes them: their sizes cut nothing off.
        return s_services.Contains(below[0]) && !(below.Length > 1 && below[0].Equals("EventLog", StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsAtOrBelow(string path, string key) =>
        path.StartsWith(key, StringComparison.OrdinalIgnoreCase) && (path.Length == key.Length || path[key.Length] == '\\');
}
