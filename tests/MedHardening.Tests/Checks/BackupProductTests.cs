using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class BackupProductTests
{
    [Theory]
    [InlineData("Running", Outcome.Pass)]
    [InlineData("Stopped", Outcome.Fail)]
    public async Task A_product_of_the_list_must_run(string state, Outcome expected) => Assert.Equal(
        expected, (await new BackupProduct().JudgeAsync(Host().WithService("VeeamEndpointBackupSvc", state, "Auto").WithNo("MSFT_ScheduledTask"))).Outcome);

    [Theory]
    [InlineData("3", Outcome.Pass)] // ready
    [InlineData("1", Outcome.Fail)] // disabled
    public async Task A_schedule_of_Windows_Server_Backup_counts(string state, Outcome expected) => Assert.Equal(
        expected, (await new BackupProduct().JudgeAsync(Host().WithRow("MSFT_ScheduledTask", ("TaskName", "Microsoft-Windows-WindowsBackup"), ("State", state)))).Outcome);

    [Fact]
    public async Task Nothing_of_the_list_is_no_proof_that_there_is_no_backup()
    {
        Verdict verdict = await new BackupProduct().JudgeAsync(Host().WithNo("MSFT_ScheduledTask"));
        Assert.Equal((Outcome.Unknown, "ProductNotListed"), (verdict.Outcome, verdict.Reason));
    }

    private static FakeHost Host() => new FakeHost().WithSoftware();
}
