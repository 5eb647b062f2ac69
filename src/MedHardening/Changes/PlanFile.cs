using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MedHardening.Baselines;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MedHardening.Changes;

/// <summary>A plan in a file, to be looked at and agreed to by others, and made later exactly as it is.</summary>
public static class PlanFile
{
    private const string Schema = "medhardening/plan/1";
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Writes the plans that have changes; readable by the user alone.</summary>
    /// <exception cref="IOException">The file cannot be written; nothing is left of it.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Save(string path, JournalHeader header, IEnumerable<HostPlan> plans)
    {
        JObject json = header.ToJson();
        json["schema"] = Schema;
        json["hosts"] = new JArray(plans.Where(p => p.Ended is null).Select(HostJson.Write));
        byte[] bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(json.ToString(Formatting.Indented) + "\n");
        AtomicFile.Write(path, isPrivate: true, stream => stream.Write(bytes, 0, bytes.Length));
    }

    /// <exception cref="InvalidFileException">It is no plan.</exception>
    public static IReadOnlyList<JournalledHost> Read(string path)
    {
        FaultList faults = new(path);
        string text = Encoding.UTF8.GetString(FileBytes.Read(path, MostBytes, faults));
        try
        {
            JObject json = UntrustedJson.Parse(text);
            return HostJson.Text(json, "schema") == Schema && json["hosts"] is JArray hosts
                ? hosts.Select(h => HostJson.Read(h as JObject ?? throw new FormatException("hosts"))).ToArray()
                : throw new FormatException("schema");
        }
        catch (JsonReaderException e)
        {
            throw faults.Stop(new Place(e.LineNumber, e.LinePosition), NoPlan("JSON"));
        }
        catch (Exception e) when (UntrustedJson.IsOfContent(e))
        {
            throw faults.Stop(Place.File, NoPlan(Printable.Quote(e.Message)));
        }
    }

    private static Text NoPlan(string detail) => new(
        $"変更計画として読めません（{detail}）。-PlanPath で保存したファイルを指定してください。",
        $"this is no plan of changes ({detail}). Name a file that -PlanPath has written.");
}
