using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class ApprovedServicesTests
{
    [Theory]
    [InlineData("Running", "Auto", Outcome.Fail)]
    [InlineData("Running", "Manual", Outcome.Fail)]
    [InlineData("Stopped", "Auto", Outcome.Fail)] // it will run after the next start
    [InlineData("Paused", "Disabled", Outcome.Fail)]
    [InlineData("Stopped", "Manual", Outcome.Pass)]
    [InlineData("Stopped", "Disabled", Outcome.Pass)]
    [InlineData("Unknown", "Unknown", Outcome.Unknown)] // not visible to this account
    [InlineData("Stopped", "Unknown", Outcome.Unknown)]
    public async Task A_service_outside_the_list_is_judged_by_what_it_does(string state, string startMode, Outcome expected) =>
        Assert.Equal(expected, (await JudgeAsync(new FakeHost().WithService("TeamViewer", state, startMode), "RpcSs", "EventLog")).Outcome);

    [Fact]
    public async Task The_finding_names_the_service()
    {
        Verdict verdict = await JudgeAsync(new FakeHost().WithService("AnyDesk", "Running", "Auto"), "RpcSs", "EventLog");
        Evidence evidence = Assert.Single(verdict.Evidence);
        Assert.Equal("Win32_Service.Name=\"AnyDesk\"", evidence.Source);
        Assert.Equal("AnyDesk (Running, Auto)", evidence.Actual);
    }

    [Theory]
    [InlineData("cdpusersvc")]
    [InlineData("CDPUser*")]
    public async Task Instances_of_per_user_services_count_as_their_template(string approved)
    {
        FakeHost host = new FakeHost()
            .WithService("CDPUserSvc", "Stopped", "Auto")
            .WithService("CDPUserSvc_1a2b3", "Running", "Auto");
        Assert.Equal(Outcome.Pass, (await JudgeAsync(host, "RpcSs", "EventLog", approved)).Outcome);
        Evidence evidence = Assert.Single((await JudgeAsync(host, "RpcSs", "EventLog")).Evidence);
        Assert.Equal("CDPUserSvc (Running, Auto)", evidence.Actual);
    }

    [Fact]
    public async Task A_name_that_only_looks_like_an_instance_stands_for_itself()
    {
        FakeHost host = new FakeHost().WithService("Evil_1a2b3", "Running", "Auto");
        Assert.Equal(Outcome.Fail, (await JudgeAsync(host, "RpcSs", "EventLog", "Evil")).Outcome);
    }

    [Fact]
    public async Task A_service_that_borrows_the_name_of_an_approved_one_stands_for_itself()
    {
        FakeHost host = new FakeHost().WithNo("Win32_Service");
        foreach ((string name, string path) in new[] { ("RpcSs", "a"), ("EventLog", "b"), ("Spooler", @"C:\Windows\System32\spoolsv.exe"), ("Spooler_1a2b", @"C:\Users\Public\x.exe") })
            host.WithRow("Win32_Service", ("Name", name), ("State", "Running"), ("StartMode", "Auto"), ("PathName", path));
        Verdict verdict = await JudgeAsync(host, "RpcSs", "EventLog", "Spooler");
        Assert.Equal("Win32_Service.Name=\"Spooler_1a2b\"", Assert.Single(verdict.Evidence).Source);
    }

    [Fact]
    public async Task A_list_without_the_services_that_every_Windows_has_is_not_whole()
    {
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => JudgeAsync(new FakeHost().WithoutServices(), "*"));
        Assert.Equal(CimFaultKind.AccessDenied, fault.Kind);
    }

    [Fact]
    public async Task A_baseline_without_a_list_proves_nothing()
    {
        Verdict verdict = await JudgeAsync(new FakeHost());
        Assert.Equal((Outcome.Unknown, "BaselineSilent", false), (verdict.Outcome, verdict.Reason, verdict.NotMeasured));
    }

    private static Task<Verdict> JudgeAsync(FakeHost host, params string[] approved)
    {
        HostCheck check = new ApprovedServices();
        return check.EvaluateAsync(new HostView(host, MadeUp.AsOf), new ApprovedServices.Settings { Approved = approved }, CancellationToken.None);
    }
}
