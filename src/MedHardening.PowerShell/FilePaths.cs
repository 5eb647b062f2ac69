using System.IO;
using System.Management.Automation;

namespace MedHardening.PowerShell;

/// <summary>From paths as a person types them at the prompt to paths of the file system.</summary>
internal static class FilePaths
{
    /// <summary>The full path; relative ones start at the session's location, drives of PowerShell and ~ are understood.</summary>
    public static string FullPath(this PSCmdlet cmdlet, string path)
    {
        string full = cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
        if (provider.Name != "FileSystem")
            throw cmdlet.End(ErrorRecords.NotAFile(path));
        return full;
    }

    /// <summary>The full path of a file that is there; ends the cmdlet with the given error id when it is not.</summary>
    public static string ExistingFile(this PSCmdlet cmdlet, string path, string errorId)
    {
        string full = cmdlet.FullPath(path);
        if (!File.Exists(full))
            throw cmdlet.End(ErrorRecords.FileNotFound(full, errorId));
        return full;
    }
}
