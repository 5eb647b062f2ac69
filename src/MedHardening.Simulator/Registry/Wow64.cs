using System;

namespace MedHardening.Simulator.Registry;

/// <summary>
/// The 32-bit view of HKLM\SOFTWARE, which a request gets with <c>wmi:__ProviderArchitecture</c> = 32.
/// Shared keys by https://learn.microsoft.com/windows/win32/winprog64/shared-registry-keys.
/// </summary>
internal static class Wow64
{
    private static readonly string[] s_shared =
    [
        @"Policies", @"RegisteredApplications", @"Microsoft\COM3", @"Microsoft\Cryptography\Calais\Current",
        @"Microsoft\Cryptography\Calais\Readers", @"Microsoft\Cryptography\Services", @"Microsoft\CTF\SystemShared",
        @"Microsoft\CTF\TIP", @"Microsoft\DFS", @"Microsoft\Driver Signing", @"Microsoft\EnterpriseCertificates",
        @"Microsoft\EventSystem", @"Microsoft\MSMQ", @"Microsoft\Non-Driver Signing", @"Microsoft\OLE", @"Microsoft\RAS",
        @"Microsoft\RPC", @"Microsoft\SOFTWARE\Microsoft\Shared Tools\MSInfo", @"Microsoft\SystemCertificates",
        @"Microsoft\TermServLicensing", @"Microsoft\Transaction Server", @"Microsoft\Windows\CurrentVersion\Control Panel\Cursors\Schemes",
        @"Microsoft\Windows\CurrentVersion\Explorer\AutoplayHandlers", @"Microsoft\Windows\CurrentVersion\Explorer\DriveIcons",
        @"Microsoft\Windows\CurrentVersion\Explorer\KindMap", @"Microsoft\Windows\CurrentVersion\Group Policy",
        @"Microsoft\Windows\CurrentVersion\Policies", @"Microsoft\Windows\CurrentVersion\PreviewHandlers",
        @"Microsoft\Windows\CurrentVersion\Setup", @"Microsoft\Windows\CurrentVersion\Telephony\Locations",
        @"Microsoft\Windows NT\CurrentVersion\Console", @"Microsoft\Windows NT\CurrentVersion\FontDpi",
        @"Microsoft\Windows NT\CurrentVersion\FontLink", @"Microsoft\Windows NT\CurrentVersion\FontMapper",
        @"Microsoft\Windows NT\CurrentVersion\Fonts", @"Microsoft\Windows NT\CurrentVersion\FontSubstitutes",
        @"Microsoft\Windows NT\CurrentVersion\Gre_Initialize", @"Microsoft\Windows NT\CurrentVersion\Image File Execution Options",
        @"Microsoft\Windows NT\CurrentVersion\LanguagePack", @"Microsoft\Windows NT\CurrentVersion\NetworkCards",
        @"Microsoft\Windows NT\CurrentVersion\Perflib", @"Microsoft\Windows NT\CurrentVersion\Ports",
        @"Microsoft\Windows NT\CurrentVersion\Print", @"Microsoft\Windows NT\CurrentVersion\ProfileList",
        @"Microsoft\Windows NT\CurrentVersion\Time Zones",
    ];

    /// <summary>The key that a 32-bit program reaches under this name, relative to HKLM.</summary>
    public static string Redirect(string path)
    {
        const string software = "SOFTWARE";
        if (!IsAtOrBelow(path, software))
            return path;
        string rest = path[software.Length..].TrimStart('\\');
        if (IsAtOrBelow(rest, "WOW6432Node"))
            return path;
        foreach (string shared in s_shared)
        {
            if (IsAtOrBelow(rest, shared))
                return path;
        }
        return rest.Length == 0 ? software + @"\WOW6432Node" : software + @"\WOW6432Node\" + rest;
    }

    private static bool IsAtOrBelow(string path, string key) =>
        path.StartsWith(key, StringComparison.OrdinalIgnoreCase) && (path.Length == key.Length || path[key.Length] == '\\');
}
