using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace MedHardening.Services;

/// <summary>Which folders belong to Windows itself, and into which of any drive ordinary users may write.</summary>
internal static class WindowsFolders
{
    private static readonly string[] s_roots = ["\\Windows\\", "\\SystemRoot\\", "%SystemRoot%\\", "%windir%\\", "System32\\"];

    // Where members of Users may create files on a default installation: profiles, ProgramData (but for Defender, which protects its
    // own), temporary folders. https://learn.microsoft.com/windows/security/application-security/application-control/app-control-for-business/applocker/understanding-applocker-default-rules
    // advises against allowing such folders of Windows.
    private static readonly string[] s_writable =
    [
        "\\Users\\", "\\ProgramData\\", "\\Windows\\Temp\\", "\\Temp\\", "\\Tmp\\", "\\PerfLogs\\", "\\$Recycle.Bin\\", "\\Windows\\Tasks\\",
        "\\Windows\\Tracing\\", "\\Windows\\System32\\spool\\drivers\\color\\", "\\Windows\\System32\\Tasks\\",
    ];

    private static readonly string[] s_protected = ["\\ProgramData\\Microsoft\\Windows Defender\\"];

    private static readonly string[] s_temporary = ["\\Temp\\", "\\Tmp\\", "\\Downloads\\", "\\$Recycle.Bin\\"];

    private static readonly Regex s_drive = new("^(?:\\\\\\?\\?\\\\)?[A-Za-z]:", RegexOptions.CultureInvariant);

    /// <summary>In the Windows folder, and not in one of its folders that users may write into.</summary>
    public static bool Contains(string path)
    {
        string bare = Bare(path);
        return s_roots.Any(r => bare.StartsWith(r, StringComparison.OrdinalIgnoreCase)) && !IsWritable(path);
    }

    /// <summary>In a folder into which ordinary users may write by default.</summary>
    public static bool IsWritable(string path)
    {
        string bare = Bare(path);
        return s_writable.Any(w => bare.StartsWith(w, StringComparison.OrdinalIgnoreCase))
            && !s_protected.Any(p => bare.StartsWith(p, StringComparison.OrdinalIgnoreCase));
    }

    public static bool IsTemporary(string path) => s_temporary.Any(t => path.IndexOf(t, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>The path without its drive.</summary>
    private static string Bare(string path) => s_drive.Replace(path, "");
}
