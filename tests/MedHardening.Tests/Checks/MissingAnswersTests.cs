using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Cim.Recording;
using MedHardening.Tests.Baselines;
using MedHardening.Tests.Simulator;
using Xunit;

namespace MedHardening.Tests.Checks;

/// <summary>
/// Every answer that a check of a host rests on is taken away in turn: denied, its class or namespace gone, or its rows. No verdict may
/// become better by that, and none that rested on it may stay Pass.
/// </summary>
public class MissingAnswersTests(CarriedHosts carried) : IClassFixture<CarriedHosts>
{
    private static readonly Baseline s_baseline = BaselineReader.Read(RepositoryFiles.Path("baselines/hospital.yaml"));

    // What is asked because another baseline might want to know; these name no ports in a service baseline.
    private static readonly string[] s_mayBeMissing = ["approved-services: MSFT_NetTCPConnection", "approved-services: MSFT_NetUDPEndpoint", "approved-services: Win32_Process"];

    // What a verdict may pass with no rows of, by the words of its question.
    private static readonly string[] s_mayBeEmpty =
    [
        "privileged-group-members: Win32_GroupUser Remote", // nobody is in that group
        "privileged-group-members: Win32_GroupUser Backup",
        "approved-ports: MSFT_NetUDPEndpoint", // no UDP port is open
        "approved-ports: Win32_Service", // only shown beside a port
        "remote-desktop: Win32_TSGeneralSetting", // nobody can connect, so it does not matter how
        "event-log-cleared: Win32_NTLogEvent", // nobody has cleared anything
    ];

    public static TheoryData<string, string> Samples => new()
    {
        { "01-good-client-ja", "client" }, { "05-hospital-client-ja", "client" }, { "08-good-server-ja", "server" }, { "09-bad-server-ja", "server" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task No_verdict_becomes_Pass_by_what_is_missing(string sample, string role)
    {
        using ICimSession live = await carried.OpenAsync(sample);
        using RecordingSession recorder = new(live);
        List<string> wrong = [];
        foreach (HostCheck check in CheckCatalog.All.OfType<HostCheck>())
        {
            object settings = s_baseline.Role(role)!.SettingsOf(check);
            Asked asked = new(recorder);
            Verdict whole = await Judging.JudgeAsync(check, asked, settings);
            HostRecording recording = recorder.Recording(sample, DateTimeOffset.UnixEpoch);
            foreach ((string key, RecordedAnswer lost) in asked.Keys.Distinct().SelectMany(k => Losses(k, recording.Answers[k]).Select(l => (k, l))))
            {
                Dictionary<string, RecordedAnswer> answers = new(recording.Answers.ToDictionary(a => a.Key, a => a.Value)) { [key] = lost };
                Verdict less = await Judging.JudgeAsync(check, new SnapshotSession(live.Target, recording with { Answers = answers }), settings);
                string what = check.Id + ": " + key + " " + (lost.Fault?.Kind.ToString() ?? "empty");
                if (less.Outcome == Outcome.Pass && !MayBeEmpty(check, key, lost))
                    wrong.Add(what + (whole.Outcome == Outcome.Pass ? " is still Pass" : " improves " + whole.Outcome));
            }
        }
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    private static IEnumerable<RecordedAnswer> Losses(string key, RecordedAnswer answer)
    {
        yield return Fault(CimFaultKind.AccessDenied);
        if (key.StartsWith("invoke", StringComparison.Ordinal))
            yield break; // an absent key or value is Windows' default, and each check's own tests say what that means
        // An answer that was a fault, or empty, already loses nothing more.
        if (answer.Fault is not null || answer.Rows.Count == 0)
            yield break;
        yield return Fault(CimFaultKind.ClassNotFound);
        yield return Fault(CimFaultKind.NamespaceNotFound);
        yield return new RecordedAnswer([], null);
    }

    private static RecordedAnswer Fault(CimFaultKind kind) => new([], new CimFault(kind, "made up"));

    private static bool MayBeEmpty(HostCheck check, string key, RecordedAnswer lost) =>
        (lost.Fault is null ? s_mayBeMissing.Concat(s_mayBeEmpty) : s_mayBeMissing).Any(m => m.StartsWith(check.Id + ":", StringComparison.Ordinal)
            && m[(check.Id.Length + 2)..].Split(' ').All(word => key.Contains(word, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Notes which questions pass.</summary>
    private sealed class Asked(ICimSession inner) : ICimSession
    {
        public CimTarget Target => inner.Target;

        public List<string> Keys { get; } = [];

        public Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel)
        {
            Keys.Add(query.Key);
            return inner.QueryAsync(query, cancel);
        }

        public Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel)
        {
            Keys.Add(method.Key);
            return inner.InvokeAsync(method, cancel);
        }

        public void Dispose()
        {
        }
    }
}
