using System;
using System.IO;

namespace MedHardening;

/// <summary>
/// Puts a file into its place as a whole: it is written to a temporary file beside, flushed to the disk, and then takes
/// the place of the old one in one step. Whoever opens the path sees the old file or the new one, never half of one.
/// </summary>
internal static class AtomicFile
{
    /// <param name="isPrivate">Whether only the user may read it.</param>
    /// <exception cref="IOException">The file system refused; what was at the path is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Write(string path, bool isPrivate, Action<Stream> write)
    {
        string temporary = path + "." + Guid.NewGuid().ToString("N").Substring(0, 8) + ".tmp";
        try
        {
            using (FileStream stream = isPrivate
                ? Polyfills.CreatePrivateFile(temporary)
                : new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            // Replace is one step on Windows (ReplaceFile) and elsewhere (rename), but wants something to replace.
            if (File.Exists(path))
                File.Replace(temporary, path, destinationBackupFileName: null);
            else
                File.Move(temporary, path);
        }
        finally
        {
            Discard(temporary);
        }
    }

    private static void Discard(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The exception that brought us here says more than this one would.
        }
    }
}
