using System.IO;
using System.Text;
using MedHardening.Checklist;
using Newtonsoft.Json;

namespace MedHardening.Reports;

/// <summary>
/// A run as data, described by <c>baselines/schema/status.schema.json</c>. Written property by property, so that renaming
/// something in the engine never renames it for those who read the file. Two runs over the same answers differ only in
/// startedAt, finishedAt and timing.
/// </summary>
public sealed class JsonReport : IReport
{
    public const string Schema = "medhardening/status/1";

    public string Extension => ".json";

    public void Write(ChecklistStatus status, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        Write(status, writer);
    }

    /// <summary>Writes to a console or any other writer, which stays open.</summary>
    public static void Write(ChecklistStatus status, TextWriter writer)
    {
        using (var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, CloseOutput = false })
        {
            json.WriteStartObject();
            WriteHead(json, status);
            JsonRows.Write(json, status.Rows);
            JsonComputers.Write(json, status);
            json.WriteEndObject();
        }

        writer.WriteLine();
    }

    private static void WriteHead(JsonTextWriter json, ChecklistStatus status)
    {
        json.Property("schema", Schema);
        json.StartObject("tool");
        json.Property("name", Tool.Name);
        json.Property("version", Tool.Version);
        json.WriteEndObject();
        WriteProfile(json, status.Profile);
        WriteFacility(json, status.Facility);
        json.StartObject("baseline");
        json.Property("path", status.Baseline.Path);
        json.Property("sha256", status.Baseline.Sha256);
        json.WriteEndObject();
        json.Day("asOf", status.AsOf);
        json.Instant("startedAt", status.StartedAt);
        json.Instant("finishedAt", status.FinishedAt);
        json.StartArray("notices");
        foreach (Notice notice in status.Notices)
        {
            json.WriteStartObject();
            json.Property("code", notice.Code);
            json.Property("ja", notice.Text.Ja);
            json.Property("en", notice.Text.En);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Property("networkDevices", status.NetworkDevices);
    }

    private static void WriteProfile(JsonTextWriter json, ChecklistProfile profile)
    {
        json.StartObject("profile");
        json.Property("id", profile.Id);
        json.Property("title", profile.Title);
        json.StartObject("fiscalYear");
        json.Property("wareki", profile.FiscalYear.Wareki);
        json.Day("from", profile.FiscalYear.From);
        json.Day("to", profile.FiscalYear.To);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFacility(JsonTextWriter json, FacilityRecord? facility)
    {
        if (facility is null)
        {
            json.Property("facility", (string?)null);
            return;
        }

        json.StartObject("facility");
        json.Property("name", facility.Name);
        json.Property("kind", facility.Kind);
        json.WriteEndObject();
    }
}
