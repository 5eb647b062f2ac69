using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Fleet;
using Newtonsoft.Json;

namespace MedHardening.Reports;

/// <summary>
/// The parts <c>computers</c>, each with its results, and <c>results</c>: those about the facility, a domain, a vendor, or
/// a computer that is not in the ledger.
/// </summary>
internal static class JsonComputers
{
    public static void Write(JsonTextWriter json, ChecklistStatus status)
    {
        ILookup<string, CheckResult> byComputer = status.Results
            .Where(r => r.Subject.Kind == SubjectKind.Computer)
            .ToLookup(r => r.Subject.Name, StringComparer.OrdinalIgnoreCase);
        var known = new HashSet<string>(status.Computers.Select(c => c.Computer.Name), StringComparer.OrdinalIgnoreCase);

        json.StartArray("computers");
        foreach (ComputerResult computer in status.Computers.InOrder())
        {
            json.WriteStartObject();
            WriteComputer(json, computer);
            WriteResults(json, byComputer[computer.Computer.Name]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteResults(json, status.Results.Where(r => r.Subject.Kind != SubjectKind.Computer || !known.Contains(r.Subject.Name)));
    }

    public static void Subject(this JsonTextWriter json, Subject subject)
    {
        json.StartObject("subject");
        json.Property("kind", subject.Kind);
        json.Property("name", subject.Name);
        json.WriteEndObject();
    }

    private static void WriteComputer(JsonTextWriter json, ComputerResult computer)
    {
        json.Property("name", computer.Computer.Name);
        json.Property("address", computer.Computer.Address);
        json.Property("role", computer.Computer.Role);
        json.Property("handling", computer.Computer.Handling);
        json.Property("outcome", computer.Outcome);
        json.Property("reason", computer.Reason);
        json.Property("detail", computer.Detail);
        json.Property("operatingSystem", computer.OperatingSystem());
        if (computer.Authentication is not null)
            json.Property("authentication", computer.Authentication);
        json.StartObject("timing");
        json.Property("durationMs", (int)Math.Min(computer.Duration.TotalMilliseconds, int.MaxValue));
        json.WriteEndObject();
    }

    private static void WriteResults(JsonTextWriter json, IEnumerable<CheckResult> results)
    {
        json.StartArray("results");
        foreach (CheckResult result in results.InOrder())
            WriteResult(json, result);
        json.WriteEndArray();
    }

    private static void WriteResult(JsonTextWriter json, CheckResult result)
    {
        json.WriteStartObject();
        json.Subject(result.Subject);
        json.Property("check", result.Check.Id);
        json.Property("item", result.Check.Item);
        json.Property("bearing", result.Check.Bearing);
        json.Property("outcome", result.Outcome);
        json.Property("reason", result.Verdict.Reason);
        json.Property("exception", result.ExceptionId);
        json.Property("source", result.Deciding?.Source);
        json.Property("operator", result.Deciding?.Operator);
        json.Property("expected", result.Deciding?.Expected);
        json.Property("actual", result.Deciding?.Actual);
        json.Property("remedy", result.Check.Remedy);
        json.Property("title", result.Check.Title);
        json.StartArray("evidence");
        foreach (Evidence evidence in result.Verdict.Evidence)
        {
            json.WriteStartObject();
            json.Property("source", evidence.Source);
            json.Property("operator", evidence.Operator);
            json.Property("expected", evidence.Expected);
            json.Property("actual", evidence.Actual);
            json.Property("outcome", evidence.Outcome);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
