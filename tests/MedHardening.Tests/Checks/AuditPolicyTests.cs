using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim.LocalPolicies;
using MedHardening.Tests.Cim.WsMan.Shells;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class AuditPolicyTests
{
    [Theory]
    [InlineData("01-good-client-ja")]
    [InlineData("02-good-client-en")]
    public async Task A_policy_that_records_sign_ins_and_accounts_passes_in_any_language(string archetype)
    {
        await using ShellHost host = await ShellHost.StartAsync(archetype);

        Verdict verdict = await JudgeAsync(host, new());

        Assert.Equal(Outcome.Pass, verdict.Outcome);
        Assert.Equal(8, verdict.Evidence.Count); // the demands that are not None by default
    }

    [Fact]
    public async Task The_defaults_of_Windows_do_not_record_failed_sign_ins()
    {
        await using ShellHost host = await ShellHost.StartAsync("05-hospital-client-ja");

        Verdict verdict = await JudgeAsync(host, new());

        Assert.Equal(Outcome.Fail, verdict.Outcome);
        Evidence logon = verdict.Evidence.Single(e => e.Source == "auditpol Logon");
        Assert.Equal(("SuccessAndFailure", "Success", Outcome.Fail), (logon.Expected, logon.Actual, logon.Outcome));
        Assert.Equal(Outcome.Pass, verdict.Evidence.Single(e => e.Source == "auditpol Logoff").Outcome);
    }

    [Fact]
    public async Task More_may_be_demanded_and_more_than_demanded_passes()
    {
        await using ShellHost host = await ShellHost.StartAsync();

        Verdict verdict = await JudgeAsync(host, new() { Logon = AuditedEvents.Failure, ProcessCreation = AuditedEvents.Success });

        Assert.Equal(Outcome.Pass, verdict.Evidence.Single(e => e.Source == "auditpol Logon").Outcome);
        Assert.Equal("None", verdict.Evidence.Single(e => e.Outcome == Outcome.Fail).Actual);
    }

    [Fact]
    public async Task Without_permission_it_is_unknown_and_the_host_is_measured_all_the_same()
    {
        await using ShellHost host = await ShellHost.StartAsync(allowed: false);

        MedHardening.Cim.CimFault fault = await Assert.ThrowsAsync<MedHardening.Cim.CimFault>(() => JudgeAsync(host, new()));

        Verdict verdict = Verdict.Unknown(fault);
        Assert.Equal((Outcome.Unknown, "RemoteShellUnavailable", false), (verdict.Outcome, verdict.Reason, verdict.NotMeasured));
    }

    private static Task<Verdict> JudgeAsync(ShellHost host, AuditPolicy.Settings settings)
    {
        HostCheck check = new AuditPolicy();
        return check.EvaluateAsync(new HostView(host.Session, MadeUp.AsOf), settings, CancellationToken.None);
    }
}
