using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using Newtonsoft.Json;

namespace MedHardening.Reports;

/// <summary>The part <c>rows</c>: the lines of the form in the order of the form.</summary>
internal static class JsonRows
{
    public static void Write(JsonTextWriter json, IReadOnlyList<ChecklistRow> rows)
    {
        json.StartArray("rows");
        foreach (ChecklistRow row in rows)
        {
            json.WriteStartObject();
            json.Property("item", row.Item.Key);
            json.Property("number", row.Item.Number);
            json.Property("row", row.Row.Key);
            json.Property("title", row.Item.Title);
            json.Property("label", row.Row.Label);
            json.Property("proposal", row.Proposal);
            WriteAnswer(json, row.Attestation);
            WriteRechecks(json, row.Rechecks);
            WriteCoverage(json, row.Coverage);
            WriteFindings(json, row.Results);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAnswer(JsonTextWriter json, Attestation? attestation)
    {
        json.Property("answer", attestation is null ? null : attestation.Answer == Answer.Yes ? "yes" : "no");
        if (attestation?.By is not { } person)
        {
            json.Property("answeredBy", (string?)null);
        }
        else
        {
            json.StartObject("answeredBy");
            json.Property("name", person.Name);
            json.Property("title", person.Title);
            json.WriteEndObject();
        }

        json.Day("confirmedOn", attestation?.ConfirmedOn);
        json.Day("targetDate", attestation?.TargetDate);
        json.Property("remarks", attestation?.Remarks);
    }

    private static void WriteRechecks(JsonTextWriter json, IEnumerable<Recheck> rechecks)
    {
        json.StartArray("rechecks");
        foreach (Recheck recheck in rechecks)
        {
            json.WriteStartObject();
            json.Property("code", recheck.Code);
            json.Property("detail", recheck.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCoverage(JsonTextWriter json, Coverage coverage)
    {
        json.StartObject("coverage");
        json.Property("ledger", coverage.Ledger);
        json.Property("measured", coverage.Measured);
        json.Property("partly", coverage.Partly);
        json.Property("unreachable", coverage.Unreachable);
        json.Property("denied", coverage.Denied);
        json.Property("failed", coverage.Failed);
        json.Property("notAttempted", coverage.NotAttempted);
        json.Property("notWindows", coverage.NotWindows);
        json.WriteEndObject();
    }

    private static void WriteFindings(JsonTextWriter json, IEnumerable<CheckResult> results)
    {
        json.StartArray("findings");
        foreach (CheckResult result in results.Where(r => r.IsFinding()).InOrder())
        {
            json.WriteStartObject();
            json.Subject(result.Subject);
            json.Property("check", result.Check.Id);
            json.Property("outcome", result.Outcome);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
