using System;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Reports;
using MedHardening.Tests.TestDoubles;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace MedHardening.Tests.Reports;

public class JsonReportTests
{
    private static readonly JsonSerializerSettings s_asWritten = new() { DateParseHandling = DateParseHandling.None };
    private static readonly JObject s_schema = JObject.Parse(
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../baselines/schema/status.schema.json")));

    [Fact]
    public void It_follows_its_schema() => Assert.Empty(SchemaCheck.Errors(s_schema, Json(ReportSample.Status)));

    [Fact]
    public void Without_a_facility_record_it_follows_its_schema() =>
        Assert.Empty(SchemaCheck.Errors(s_schema, Json(ReportSample.Status with { Facility = null })));

    [Theory]
    [InlineData("rows[0].proposal", "\"maybe\"")]
    [InlineData("asOf", "\"2025/09/01\"")]
    [InlineData("computers[1].results[0].outcome", "null")]
    [InlineData("networkDevices", "-1")]
    [InlineData("facility.kind", "\"hotel\"")]
    public void The_schema_refuses_what_is_wrong(string path, string value)
    {
        JObject json = Json(ReportSample.Status);
        json.SelectToken(path)!.Replace(JToken.Parse(value));
        Assert.Single(SchemaCheck.Errors(s_schema, json));
    }

    [Fact]
    public void The_answer_is_the_person_s_and_the_proposal_stands_beside_it()
    {
        JToken[] rows = [.. Json(ReportSample.Status)["rows"]!];
        Assert.Equal(["yes", "no", null, null], rows.Select(r => (string?)r["answer"]));
        Assert.Equal(["yesCandidate", "no", "attestationNeeded", "undetermined"], rows.Select(r => (string?)r["proposal"]));
        Assert.Equal(["2025-06-02", "2025-06-03", null, null], rows.Select(r => (string?)r["confirmedOn"]));
    }

    [Fact]
    public void The_flat_values_are_those_of_the_evidence_that_decides()
    {
        Evidence met = new("A", Operators.AtLeast, "8", "9", Outcome.Pass);
        Evidence unmet = new("B", Operators.AtMost, "1", "2", Outcome.Fail);
        JToken result = Json(ReportSample.With([ReportSample.Measured("PC-1")], [ReportSample.Of("PC-1", ReportSample.Storage, met, unmet)]))
            ["computers"]![0]!["results"]![0]!;
        Assert.Equal(
            ["B", "atMost", "1", "2"], new[] { "source", "operator", "expected", "actual" }.Select(name => (string?)result[name]));
        Assert.Equal(["A", "B"], result["evidence"]!.Select(e => (string?)e["source"]));
    }

    [Fact]
    public void Results_about_the_facility_are_not_lost()
    {
        CheckResult result = new(Subject.Facility("試験病院"), ReportSample.Storage, Verdict.Unknown("NoLedger"));
        JObject json = Json(ReportSample.With([ReportSample.Measured("PC-1")], [result]));
        Assert.Equal("試験病院", (string?)json["results"]!.Single()["subject"]!["name"]);
        Assert.Empty(json["computers"]![0]!["results"]!);
    }

    [Fact]
    public void Two_runs_differ_only_in_their_times()
    {
        ChecklistStatus later = ReportSample.Status with
        {
            StartedAt = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero),
            FinishedAt = new DateTimeOffset(2030, 1, 1, 1, 0, 0, TimeSpan.Zero),
            Computers = [.. ReportSample.Status.Computers.Reverse().Select(c => c with { Duration = TimeSpan.FromHours(1) })],
            Results = [.. ReportSample.Status.Results.Reverse()],
            Rows = [.. ReportSample.Status.Rows.Select(r => r with { Results = [.. r.Results.Reverse()] })],
        };
        Assert.NotEqual(Written.Text(new JsonReport(), ReportSample.Status), Written.Text(new JsonReport(), later));
        Assert.Equal(Timeless(ReportSample.Status), Timeless(later));
    }

    [Fact]
    public void Text_and_stream_are_the_same()
    {
        using var writer = new StringWriter { NewLine = "\n" };
        JsonReport.Write(ReportSample.Status, writer);
        Assert.Equal(Written.Text(new JsonReport(), ReportSample.Status), writer.ToString());
    }

    private static JObject Json(ChecklistStatus status) =>
        JsonConvert.DeserializeObject<JObject>(Written.Text(new JsonReport(), status), s_asWritten)!;

    private static string Timeless(ChecklistStatus status) =>
        Regex.Replace(Written.Text(new JsonReport(), status), "\"(startedAt|finishedAt|durationMs)\": [^,\n]+", "");

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
