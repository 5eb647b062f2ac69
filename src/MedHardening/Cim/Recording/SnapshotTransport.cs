using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim.Shells;

namespace MedHardening.Cim.Recording;

/// <summary>Judges again what was recorded: a folder of snapshots in place of the network.</summary>
public sealed class SnapshotTransport : ICimTransport
{
    private readonly string _folder;

    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public SnapshotTransport(string folder)
    {
        _folder = folder;
        Hosts = Directory.EnumerateFiles(folder, "*" + SnapshotFile.Extension)
            .Select(f => Path.GetFileNameWithoutExtension(f)!)
            .OrderBy(n => n, StringComparer.OrdinalIgnoreCase)
            .ToArray();
    }

    /// <summary>Names of the hosts that have a snapshot in the folder.</summary>
    public IReadOnlyList<string> Hosts { get; }

    /// <summary>
    /// When the oldest and the newest of the snapshots were made; the newest is the clock of a judgement by them. Null when none can be read.
    /// </summary>
    public RecordedPeriod? Period()
    {
        RecordedPeriod? period = null;
        foreach (string host in Hosts)
        {
            try
            {
                DateTimeOffset at = SnapshotFile.MeasuredAt(SnapshotFile.PathOf(_folder, host));
                period = period?.With(at) ?? new RecordedPeriod(at, at);
            }
            catch (CimFault)
            {
                // A damaged snapshot says so as the outcome of its host.
            }
        }
        return period;
    }

    /// <exception cref="CimFault">No snapshot (<see cref="CimFaultKind.NotRecorded"/>), a damaged one, or the fault that was recorded.</exception>
    public Task<ICimSession> OpenAsync(CimTarget target, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        string path = SnapshotFile.PathOf(_folder, target.Name);
        if (!File.Exists(path))
            throw new CimFault(CimFaultKind.NotRecorded, path) { Host = target.Name };
        HostRecording recording = SnapshotFile.Read(path);
        if (!string.Equals(recording.Host, target.Name, StringComparison.OrdinalIgnoreCase))
            throw new CimFault(CimFaultKind.Protocol, path + ": " + recording.Host) { Host = target.Name };
        if (recording.OpenFault is not null)
            throw recording.OpenFault.Again();
        return Task.FromResult<ICimSession>(new SnapshotSession(target, recording));
    }
}

/// <summary>A host that answers from its recording; a question that was never asked is a fault, not an empty answer.</summary>
internal sealed class SnapshotSession : ICimSession, IAuthenticatedSession, IRemoteShell
{
    private readonly HostRecording _recording;

    public SnapshotSession(CimTarget target, HostRecording recording)
    {
        Target = target;
        _recording = recording;
    }

    public CimTarget Target { get; }

    public string? Authentication => _recording.Authentication;

    public Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel) =>
        Task.FromResult(Answer(query.Key, cancel));

    public Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel) =>
        Task.FromResult(Answer(method.Key, cancel)[0]);

    public Task<ShellOutput> RunAsync(ShellCommand command, CancellationToken cancel) =>
        Task.FromResult(ShellOutput.FromRow(Answer(command.Key, cancel)));

    public void Dispose()
    {
    }

    private IReadOnlyList<CimObject> Answer(string key, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        return _recording.Answers.TryGetValue(key, out RecordedAnswer? answer)
            ? answer.RowsOrThrow()
            : throw new CimFault(CimFaultKind.NotRecorded, key) { Host = Target.Name };
    }
}
