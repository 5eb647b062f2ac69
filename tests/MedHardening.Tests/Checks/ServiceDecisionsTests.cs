using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Tests.Baselines;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

/// <summary>approved-services with the service baseline of a role.</summary>
public class ServiceDecisionsTests
{
    private const string Windows = "  - {name: RpcSs, approved: true}\n  - {name: EventLog, approved: true}\n";

    [Theory]
    [InlineData("{name: Spooler, approved: true}", Outcome.Pass)]
    [InlineData("{name: Spooler, approved: false}", Outcome.Fail)]
    [InlineData("{name: Spooler}", Outcome.Unknown)] // nobody has decided
    [InlineData("{name: Fax, approved: true}", Outcome.Fail)] // it is not in the baseline
    public async Task A_service_that_runs_is_judged_by_the_decision_about_it(string line, Outcome expected) =>
        Assert.Equal(expected, (await JudgeAsync("services:\n" + Windows + "  - " + line + "\n", Host())).Outcome);

    [Fact]
    public async Task Without_a_decision_the_baseline_is_silent_and_the_computer_measured()
    {
        Verdict verdict = await JudgeAsync("services:\n" + Windows + "  - {name: Spooler}\n", Host());
        Assert.Equal(("BaselineSilent", false), (verdict.Reason, verdict.NotMeasured));
        Assert.Equal("Spooler", Assert.Single(verdict.Evidence).Actual);
    }

    [Fact]
    public async Task A_decision_about_the_whole_list_counts() => Assert.Equal(
        Outcome.Pass, (await JudgeAsync("approved: true\nservices:\n" + Windows + "  - {name: Spooler}\n", Host())).Outcome);

    [Theory]
    [InlineData("{name: tcp/135, process: svchost.exe}\n  - {name: tcp/7070, process: AnyDesk.exe}", Outcome.Pass)]
    [InlineData("{name: tcp/135, process: svchost.exe}\n  - {name: tcp/7070, process: AnyDesk.exe, approved: false}", Outcome.Fail)]
    [InlineData("{name: tcp/135, process: svchost.exe}", Outcome.Fail)]
    [InlineData("{name: tcp/135, process: svchost.exe}\n  - {name: tcp/7070, process: other.exe}", Outcome.Fail)]
    public async Task A_port_that_listens_is_judged_too(string lines, Outcome expected)
    {
        Verdict verdict = await JudgeAsync("approved: true\nservices:\n" + Windows + "  - {name: Spooler}\nports:\n  - " + lines + "\n", Host());
        Assert.Equal(expected, verdict.Outcome);
        if (expected == Outcome.Fail)
            Assert.Equal("tcp/7070 AnyDesk.exe", Assert.Single(verdict.Evidence).Actual);
    }

    [Fact]
    public async Task Ports_that_the_baseline_does_not_have_are_not_judged() => Assert.Equal(
        Outcome.Pass, (await JudgeAsync("approved: true\nservices:\n" + Windows + "  - {name: Spooler}\n", Host())).Outcome);

    [Fact]
    public async Task Ports_that_cannot_be_read_are_not_known()
    {
        FakeHost host = Host().Failing("MSFT_NetUDPEndpoint", CimFaultKind.AccessDenied);
        Verdict verdict = await JudgeAsync("approved: true\nservices:\n" + Windows + "  - {name: Spooler}\nports: []\n", host);
        Assert.Equal((Outcome.Unknown, "AccessDenied"), (verdict.Outcome, verdict.Reason));
    }

    [Fact]
    public void A_service_baseline_that_cannot_be_used_is_a_fault_of_the_baseline()
    {
        using TextFile file = new(Text("not-there.yaml"));
        Fault fault = Assert.Single(Assert.Throws<InvalidFileException>(() => BaselineReader.Read(file.Path)).Faults);
        Assert.Equal(6, fault.Line);
        Assert.Contains("not-there.yaml", fault.Message.Ja, System.StringComparison.Ordinal);
    }

    private static FakeHost Host() => new FakeHost().WithService("Spooler", "Running", "Auto")
        .WithTcp("0.0.0.0", "135", "4").WithRow("Win32_Process", ("ProcessId", "4"), ("Name", "svchost.exe"))
        .WithTcp("0.0.0.0", "7070", "9").WithRow("Win32_Process", ("ProcessId", "9"), ("Name", "AnyDesk.exe"))
        .WithNo("MSFT_NetUDPEndpoint");

    private static string Text(string reference) =>
        "schema: medhardening/baseline/1\nname: x\nprofile: mhlw-r7\ndefaults:\n  approved-services:\n    serviceBaseline: " + reference + "\n";

    private static async Task<Verdict> JudgeAsync(string serviceBaseline, FakeHost host)
    {
        using TextFile services = new("schema: medhardening/service-baseline/1\n" + serviceBaseline);
        using TextFile file = new(Text(Path.GetFileName(services.Path)));
        HostCheck check = new ApprovedServices();
        object settings = BaselineReader.Read(file.Path).Roles.First().SettingsOf(check);
        return await check.EvaluateAsync(new HostView(host, MadeUp.AsOf), settings, CancellationToken.None);
    }
}
