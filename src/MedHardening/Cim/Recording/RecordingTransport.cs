using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim.Recording;

/// <summary>
/// Lets every session of another transport be recorded, and saves each host's recording into a folder as the host ends,
/// if there is a folder. A recording that was cut off by the end of the run is not saved over an older one.
/// </summary>
public sealed class RecordingTransport : ICimTransport
{
    private readonly ICimTransport _inner;
    private readonly string? _folder;
    private readonly List<KeyValuePair<string, Exception>> _failures = [];

    public RecordingTransport(ICimTransport inner, string? folder = null)
    {
        _inner = inner;
        _folder = folder;
    }

    /// <summary>Makes sure, before an hour of measuring and not after it, that recordings can be written into a folder.</summary>
    /// <exception cref="IOException">The folder cannot be made or written into.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void PrepareFolder(string folder)
    {
        Directory.CreateDirectory(folder);
        // A name of its own: many computers may use one share at a moment, and none may touch the files of another.
        string trial = Path.Combine(folder, ".writable-" + Guid.NewGuid().ToString("N"));
        AtomicFile.Write(trial, isPrivate: true, _ => { });
        File.Delete(trial);
    }

    /// <summary>Hosts whose recording could not be written, and why. Complete when the run has ended.</summary>
    public IReadOnlyList<KeyValuePair<string, Exception>> Failures => _failures;

    public async Task<ICimSession> OpenAsync(CimTarget target, CancellationToken cancel)
    {
        DateTimeOffset measuredAt = DateTimeOffset.Now;
        try
        {
            ICimSession session = await _inner.OpenAsync(target, cancel).ConfigureAwait(false);
            return new RecordingSession(session, ended =>
            {
                if (!ended.IsCutOff && !cancel.IsCancellationRequested)
                    Save(ended.Recording(target.Name, measuredAt));
            });
        }
        catch (CimFault fault)
        {
            Save(new HostRecording(target.Name, measuredAt, fault, new Dictionary<string, RecordedAnswer>()));
            throw;
        }
    }

    private void Save(HostRecording recording)
    {
        if (_folder is null)
            return;
        try
        {
            SnapshotFile.Write(SnapshotFile.PathOf(_folder, recording.Host), recording);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            lock (_failures)
                _failures.Add(new(recording.Host, e));
        }
    }
}
