using System;
using System.IO;
using System.Management.Automation;
using MedHardening.Cim.Recording;

namespace MedHardening.PowerShell;

/// <summary>The folders of recordings, looked at before anything is measured; one that cannot be used ends the cmdlet.</summary>
internal static class SnapshotFolders
{
    public static SnapshotTransport OpenSnapshots(this PSCmdlet cmdlet, string path)
    {
        string folder = cmdlet.FullPath(path);
        try
        {
            SnapshotTransport snapshots = new(folder);
            return snapshots.Hosts.Count > 0 ? snapshots : throw cmdlet.End(ErrorRecords.NoSnapshots(folder));
        }
        catch (DirectoryNotFoundException)
        {
            throw cmdlet.End(ErrorRecords.NoSnapshots(folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw cmdlet.End(ErrorRecords.SnapshotsNotReadable(folder, e));
        }
    }

    public static string PrepareSnapshots(this PSCmdlet cmdlet, string path)
    {
        string folder = cmdlet.FullPath(path);
        try
        {
            RecordingTransport.PrepareFolder(folder);
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw cmdlet.End(ErrorRecords.SnapshotsNotWritable(folder, e));
        }
    }
}
