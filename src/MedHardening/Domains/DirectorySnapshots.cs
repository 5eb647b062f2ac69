using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MedHardening.Cim;
using MedHardening.Cim.Recording;

namespace MedHardening.Domains;

/// <summary>Recordings of domains in a folder, beside those of computers: in the same form, told apart by the ending of their names.</summary>
public static class DirectorySnapshots
{
    public const string Extension = ".meddomain";

    /// <exception cref="IOException">Not written; an older snapshot is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Save(string folder, RecordingDirectory directory, DateTimeOffset measuredAt) =>
        SnapshotFile.Write(SnapshotFile.PathOf(folder, directory.Domain, Extension), directory.Recording(measuredAt));

    /// <summary>The domains that have a recording in the folder. One that is damaged says so as the answer to every question.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static IReadOnlyList<IDirectory> Open(string folder) => Directory.EnumerateFiles(folder, "*" + Extension)
        .OrderBy(file => file, StringComparer.OrdinalIgnoreCase)
        .Select(IDirectory (file) => new SnapshotDirectory(Read(file)))
        .ToArray();

    private static HostRecording Read(string file)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        try
        {
            HostRecording recording = SnapshotFile.Read(file);
            return string.Equals(recording.Host, name, StringComparison.OrdinalIgnoreCase)
                ? recording
                : throw new CimFault(CimFaultKind.Protocol, file + ": " + recording.Host) { Host = name };
        }
        catch (CimFault fault)
        {
            return new HostRecording(name, default, fault, new Dictionary<string, RecordedAnswer>());
        }
    }
}
