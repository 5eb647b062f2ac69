using System.IO;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Services;

namespace MedHardening.PowerShell;

/// <summary>The files of service baselines; one that cannot be used ends the cmdlet.</summary>
internal static class ServiceBaselineFiles
{
    public static ServiceBaseline ReadServiceBaseline(this PSCmdlet cmdlet, string path)
    {
        string full = cmdlet.ExistingFile(path, "ReferenceNotFound");
        try
        {
            return ServiceBaselineReader.Read(full);
        }
        catch (InvalidFileException e)
        {
            throw cmdlet.End(e, "ReferenceInvalid");
        }
    }

    /// <summary>A baseline, or a folder with one for each role.</summary>
    public static ServiceReferences ReadReferences(this PSCmdlet cmdlet, string path)
    {
        string full = cmdlet.FullPath(path);
        try
        {
            return ServiceReferences.Read(Directory.Exists(full) ? full : cmdlet.ExistingFile(path, "ReferenceNotFound"));
        }
        catch (InvalidFileException e)
        {
            throw cmdlet.End(e, "ReferenceInvalid");
        }
    }
}
