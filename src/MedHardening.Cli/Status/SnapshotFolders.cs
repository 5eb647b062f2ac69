using System;
using System.IO;
using MedHardening.Cim.Recording;

namespace MedHardening.Cli.Status;

/// <summary>The folders of recordings, looked at before anything is measured.</summary>
internal static class SnapshotFolders
{
    /// <exception cref="UsageException">There is no such folder, or no recording in it.</exception>
    public static SnapshotTransport Open(string folder)
    {
        try
        {
            SnapshotTransport snapshots = new(folder);
            return snapshots.Hosts.Count > 0 ? snapshots : throw new UsageException(new(
                "フォルダーに記録（*.medsnapshot）がありません: " + folder, "The folder has no recordings (*.medsnapshot): " + folder));
        }
        catch (DirectoryNotFoundException)
        {
            throw new UsageException(new(
                "記録のフォルダーがありません: " + folder, "There is no such folder of recordings: " + folder));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException(new("記録のフォルダーを読めません: " + e.Message, "The folder of recordings cannot be read: " + e.Message));
        }
    }

    /// <exception cref="UsageException">Nothing can be written there.</exception>
    public static void Prepare(string folder)
    {
        try
        {
            RecordingTransport.PrepareFolder(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException(new(
                "記録のフォルダーに書き込めません。測定していません: " + e.Message,
                "Recordings cannot be written into the folder; nothing was measured: " + e.Message));
        }
    }
}
