using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using MedHardening.Baselines;
using MedHardening.Checklist;
using Newtonsoft.Json.Linq;

namespace MedHardening.Changes;

/// <summary>Reads journals, also those of processes that died while writing them.</summary>
public static class JournalReader
{
    private const int MostBytes = 64 * 1024 * 1024;

    /// <exception cref="InvalidFileException">It is no journal, or damaged elsewhere than at its torn end.</exception>
    public static JournalledRun Read(string path)
    {
        FaultList faults = new(path);
        string[] lines = Encoding.UTF8.GetString(FileBytes.Read(path, MostBytes, faults)).Split('\n');
        // What follows the last line end was torn off while it was written, and nothing had happened yet because of it.
        lines = lines.Take(lines.Length - 1).ToArray();
        if (lines.Length == 0)
            throw faults.Stop(Place.File, new Text("変更の記録ではありません。", "this is no journal of changes."));
        JournalHeader? header = null;
        Dictionary<string, JournalledHost> hosts = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < lines.Length; i++)
        {
            try
            {
                JObject line = UntrustedJson.Parse(lines[i]);
                if (header is null)
                    header = Header(line);
                else
                    Take(line, hosts);
            }
            catch (Exception e) when (UntrustedJson.IsOfContent(e))
            {
                throw faults.Stop(new Place(i + 1, 1), new Text("変更の記録として読めません。", "this line of the journal cannot be understood."));
            }
        }
        return new JournalledRun(path, header!, hosts.Values.ToArray(), IsOpen(path));
    }

    /// <summary>The journals of a folder that can be read, the newest first; none when there is no such folder.</summary>
    /// <param name="onFault">Told of each file that cannot be read.</param>
    public static IEnumerable<JournalledRun> ReadAll(string folder, Action<InvalidFileException> onFault)
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (string path in Directory.EnumerateFiles(folder, "*" + Journal.Extension).OrderByDescending(p => p, StringComparer.Ordinal))
        {
            JournalledRun? run = null;
            try
            {
                run = Read(path);
            }
            catch (InvalidFileException e)
            {
                onFault(e);
            }
            if (run is not null)
                yield return run;
        }
    }

    private static JournalHeader Header(JObject line) => HostJson.Text(line, "schema") == JournalHeader.Schema
        ? new JournalHeader(
            HostJson.Text(line, "run"), Time(line), HostJson.Text(line, "by"), HostJson.Text(line, "from"), HostJson.Text(line, "command"),
            (string?)line["baseline"] is { } baseline ? new BaselineReference(baseline, HostJson.Text(line, "baselineSha256")) : null)
        : throw new FormatException();

    private static void Take(JObject line, Dictionary<string, JournalledHost> hosts)
    {
        string what = HostJson.Text(line, "event");
        string name = HostJson.Text(line, "host");
        if (what == "planned")
        {
            hosts.Add(name, HostJson.Read(line));
            return;
        }
        JournalledHost host = hosts.TryGetValue(name, out JournalledHost? known) ? known : throw new FormatException(name);
        hosts[name] = what switch
        {
            "applying" or "undoing" => host with { HasBegun = true, Outcome = null },
            "ended" => host with
            {
                Outcome = Enum.TryParse(HostJson.Text(line, "outcome"), out ChangeOutcome outcome) ? outcome : throw new FormatException(),
                Reason = (string?)line["reason"],
                Detail = (string?)line["detail"],
                EndedAt = Time(line),
            },
            _ => host,
        };
    }

    private static DateTimeOffset Time(JObject line) =>
        DateTimeOffset.Parse(HostJson.Text(line, "at"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    private static bool IsOpen(string path)
    {
        try
        {
            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.None);
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
