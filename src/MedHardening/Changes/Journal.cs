using System;
using System.Globalization;
using System.IO;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MedHardening.Changes;

/// <summary>
/// The durable record of one run that changes: a JSON object a line, appended as things happen. What a host had before is on
/// the disk before the first write to it, so that a run can be taken back after the process, or the collector, died at any moment.
/// Readable by the user alone: old values may be confidential.
/// </summary>
public sealed class Journal : IDisposable
{
    internal const string Extension = ".medjournal";

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly object _oneAtATime = new();
    private readonly FileStream _file;

    internal Journal(FileStream file) => _file = file;

    public string Path => _file.Name;

    /// <summary>Begins the journal of a run in a folder, which is made when it is missing.</summary>
    /// <exception cref="IOException">The folder cannot be written into.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static Journal Create(string folder, JournalHeader header)
    {
        Polyfills.CreatePrivateFolder(folder);
        Journal journal = new(Polyfills.CreatePrivateFile(System.IO.Path.Combine(folder, header.Id + Extension), FileShare.Read));
        journal.Write(header.ToJson(), flush: true);
        return journal;
    }

    /// <summary>Goes on with a journal, to take its run back. A torn last line is cut off.</summary>
    /// <exception cref="IOException">It is in use: the run is still going on, or somebody is taking it back.</exception>
    public static Journal Continue(string path)
    {
        // Nobody else may have it open, not even for reading, in the moment in which this one takes it.
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
        }
        FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        long whole = file.Length;
        while (whole > 0 && ByteAt(file, whole - 1) != '\n')
            whole--;
        file.SetLength(whole);
        file.Position = whole;
        return new Journal(file);
    }

    public void Dispose() => _file.Dispose();

    internal void Planned(HostPlan plan)
    {
        JObject line = Line("planned", plan.Computer.Name);
        line.Merge(HostJson.Write(plan));
        Write(line, flush: false);
    }

    /// <summary>Returns when this and all before it is on the disk.</summary>
    internal void Applying(string host) => Write(Line("applying", host), flush: true);

    internal void Applied(string host, int change) => Write(Line("applied", host, change), flush: false);

    internal void Failed(string host, int change, string reason, string detail)
    {
        JObject line = Line("failed", host, change);
        line["reason"] = reason;
        line["detail"] = detail;
        Write(line, flush: false);
    }

    /// <summary>The same, before the first write that takes something back.</summary>
    internal void Undoing(string host) => Write(Line("undoing", host), flush: true);

    internal void Undone(string host, int change) => Write(Line("undone", host, change), flush: false);

    internal void Ended(HostChange result)
    {
        JObject line = Line("ended", result.Computer.Name);
        line["outcome"] = result.Outcome.ToString();
        line["reason"] = result.Reason;
        line["detail"] = result.Detail;
        Write(line, flush: true);
    }

    private static JObject Line(string what, string host, int? change = null)
    {
        JObject line = new()
        {
            ["at"] = DateTimeOffset.Now.ToString("o", CultureInfo.InvariantCulture), ["event"] = what, ["host"] = host,
        };
        if (change is not null)
            line["change"] = change;
        return line;
    }

    private void Write(JObject line, bool flush)
    {
        byte[] bytes = s_utf8.GetBytes(line.ToString(Formatting.None) + "\n");
        lock (_oneAtATime)
        {
            _file.Write(bytes, 0, bytes.Length);
            _file.Flush(flushToDisk: flush);
        }
    }

    private static int ByteAt(FileStream file, long position)
    {
        file.Position = position;
        return file.ReadByte();
    }
}
