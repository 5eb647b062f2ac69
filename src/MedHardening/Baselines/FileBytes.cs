using System;
using System.IO;
using System.Security;

namespace MedHardening.Baselines;

/// <summary>Reads a file that a person names: never more than the limit, and every failure is a fault of that file.</summary>
internal static class FileBytes
{
    /// <exception cref="InvalidFileException">It is missing, not readable, or longer than <paramref name="most"/> bytes.</exception>
    public static byte[] Read(string path, int most, FaultList faults)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return Bounded(file, most, faults);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw faults.Stop(Place.File, new Text("ファイルが見つかりません。パスを確かめてください。", "there is no such file. Check the path."));
        }
        catch (UnauthorizedAccessException)
        {
            throw faults.Stop(Place.File, new Text(
                "ファイルを開けません。読み取りの権限がないか、フォルダーです。",
                "the file cannot be opened: no permission to read it, or it is a folder."));
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException or SecurityException)
        {
            throw faults.Stop(Place.File, new Text($"ファイルを読めません: {e.Message}", $"the file cannot be read: {e.Message}"));
        }
    }

    private static byte[] Bounded(Stream file, int most, FaultList faults)
    {
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[81920];
        int read;
        while ((read = file.Read(buffer, 0, buffer.Length)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > most)
            {
                int megabytes = most / 1024 / 1024;
                throw faults.Stop(Place.File, new Text(
                    $"ファイルが{megabytes} MBを超えています。正しいファイルか確かめてください。",
                    $"the file is larger than {megabytes} MB. Check that it is the right file."));
            }
        }

        return bytes.ToArray();
    }
}
