using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.AccessLogs;
using MedHardening.Cim;
using MedHardening.Reports;
using MedHardening.Tests.Simulator;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.AccessLogs;

/// <summary>Over WS-Man against the carried hosts; what happened on them is in their files.</summary>
public sealed class AccessLogReaderTests(CarriedHosts carried) : IClassFixture<CarriedHosts>, IDisposable
{
    private static readonly DateTimeOffset s_since = new(2026, 11, 15, 0, 0, 0, TimeSpan.FromHours(9));

    private readonly string _folder = Directory.CreateTempSubdirectory("medhardening-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_night_in_which_passwords_were_guessed_stands_out()
    {
        AccessLogSummary summary = await ReadAsync("05-hospital-client-ja");

        FailureBurst burst = Assert.Single(summary.Bursts);
        Assert.Equal(36, burst.Failures);
        Assert.Equal((2026, 11, 19, 2), (burst.Start.ToOffset(TimeSpan.FromHours(9)).Year, burst.Start.ToOffset(TimeSpan.FromHours(9)).Month, burst.Start.ToOffset(TimeSpan.FromHours(9)).Day, burst.Start.ToOffset(TimeSpan.FromHours(9)).Hour));
        Assert.Equal(burst.Source, summary.Groups[0].Source); // most failures first
        Assert.True(summary.Hours[2].Failures >= 36);
        Assert.Equal("System", Assert.Single(summary.Clears).Log);
        Assert.Equal(["SY", "BA"], summary.MayClear);
    }

    [Fact]
    public async Task A_log_that_reaches_back_far_enough_is_read_whole()
    {
        AccessLogSummary summary = await ReadAsync("08-good-server-ja");
        Assert.False(summary.IsPartial);
        Assert.True(summary.Capacity!.DaysHeld > 80); // since 2026-09-01
        Assert.True(summary.Capacity.IsFull);
        Assert.True(summary.SignIns > 0);
        Assert.Empty(summary.Bursts);
        Assert.Empty(summary.Clears);
    }

    [Fact]
    public async Task A_Japanese_and_an_English_Windows_count_the_same()
    {
        AccessLogSummary ja = await ReadAsync("01-good-client-ja");
        AccessLogSummary en = await ReadAsync("02-good-client-en");
        Assert.Equal((ja.SignIns, ja.Failures), (en.SignIns, en.Failures));
        Assert.Equal(ja.Hours, en.Hours);
    }

    [Fact]
    public async Task Without_the_right_to_the_security_log_there_is_no_summary() =>
        Assert.Equal(CimFaultKind.AccessDenied, (await Assert.ThrowsAsync<CimFault>(() => ReadAsync("11-few-rights-ja"))).Kind);

    [Fact]
    public async Task A_day_with_too_many_events_is_told_and_costs_no_other_day()
    {
        FakeHost host = new FakeHost().WithRow("Win32_NTEventlogFile", ("LogfileName", "Security"), ("NumberOfRecords", "10"))
            .Failing("Win32_NTLogEvent", CimFaultKind.LimitExceeded);
        await Assert.ThrowsAsync<CimFault>(() => AccessLogReader.ReadAsync(host, "PC1", s_since, CancellationToken.None)); // not even the clears
        AccessLogSummary summary = await AccessLogReader.ReadAsync(
            new BusyDay(await carried.OpenAsync("08-good-server-ja")), "SV", s_since, CancellationToken.None);
        Assert.True(summary.IsPartial);
        Assert.Equal("LimitExceeded", Assert.Single(summary.Unread).Reason);
        Assert.True(summary.SignIns > 0);
    }

    [Fact]
    public async Task Reports_hold_counts_and_no_markup_of_others()
    {
        AccessLogSummary summary = (await ReadAsync("05-hospital-client-ja")) with { ComputerName = "=PC<script>" };
        string html = Save(summary, "log.html");
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("=PC&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        string[] csv = Save(summary, "log.csv").Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(summary.Groups.Count + 1, csv.Length);
        Assert.StartsWith("\"'=PC<script>\",", csv[1], StringComparison.Ordinal);
        Assert.Throws<ReportNotWrittenException>(() => Save(summary, "log.txt"));
    }

    private string Save(AccessLogSummary summary, string name)
    {
        string path = Path.Combine(_folder, name);
        AccessLogReports.Save([summary], path, Language.Japanese);
        return File.ReadAllText(path, Encoding.UTF8);
    }

    private async Task<AccessLogSummary> ReadAsync(string sample)
    {
        using ICimSession session = await carried.OpenAsync(sample);
        return await AccessLogReader.ReadAsync(session, sample, s_since, CancellationToken.None);
    }

    /// <summary>The last day has more events than anybody may ask for.</summary>
    private sealed class BusyDay(ICimSession inner) : ICimSession
    {
        private bool _first = true;

        public CimTarget Target => inner.Target;

        public Task<System.Collections.Generic.IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel)
        {
            bool isFirst = _first && query.Wql?.Contains("4625", StringComparison.Ordinal) == true;
            _first &= !isFirst;
            return isFirst ? throw new CimFault(CimFaultKind.LimitExceeded, "made up") : inner.QueryAsync(query, cancel);
        }

        public Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel) => inner.InvokeAsync(method, cancel);

        public void Dispose() => inner.Dispose();
    }
}
