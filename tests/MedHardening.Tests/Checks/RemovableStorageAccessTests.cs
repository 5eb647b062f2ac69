using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.RemovableStorage;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

/// <summary>Keys and values from RemovableStorage.admx; verdicts by hand.</summary>
public class RemovableStorageAccessTests
{
    private const string Root = @"SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices";
    private const string Disk = Root + @"\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}";
    private const string Wpd1 = Root + @"\{6AC27878-A6FA-4155-BA85-F98F491D4F33}";
    private const string Wpd2 = Root + @"\{F33FDC04-D1AC-4E8E-9A30-19BBD4B108AE}";

    [Fact]
    public async Task A_host_without_the_policy_fails() =>
        Assert.Equal(Outcome.Fail, (await JudgeAsync(new FakeHost())).Outcome);

    [Fact]
    public async Task Everything_demanded_is_denied() =>
        Assert.Equal(Outcome.Pass, (await JudgeAsync(Restricted())).Outcome);

    [Fact]
    public async Task Deny_all_is_enough_alone() =>
        Assert.Equal(Outcome.Pass, (await JudgeAsync(new FakeHost().With(Root, "Deny_All", 1))).Outcome);

    [Fact]
    public async Task Zero_is_not_denied()
    {
        Verdict verdict = await JudgeAsync(Restricted().With(Disk, "Deny_Write", 0));
        Assert.Equal(Outcome.Fail, verdict.Outcome);
        Evidence evidence = Assert.Single(verdict.Evidence, e => e.Outcome == Outcome.Fail);
        Assert.Equal(@"HKLM\" + Disk + @"\Deny_Write", evidence.Source);
        Assert.Equal(("1", "0"), (evidence.Expected, evidence.Actual));
    }

    [Fact]
    public async Task Portable_devices_need_both_keys()
    {
        FakeHost host = new FakeHost()
            .With(Disk, "Deny_Read", 1).With(Disk, "Deny_Write", 1).With(Disk, "Deny_Execute", 1)
            .With(Wpd1, "Deny_Read", 1).With(Wpd1, "Deny_Write", 1);
        Verdict verdict = await JudgeAsync(host);
        Assert.Equal(Outcome.Fail, verdict.Outcome);
        Assert.All(verdict.Evidence.Where(e => e.Outcome == Outcome.Fail), e => Assert.Contains("{F33FDC04", e.Source));
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_is_neither_present_nor_absent() =>
        Assert.Equal(Outcome.Unknown, (await JudgeAsync(new FakeHost().With(Root, "Deny_All", "1"))).Outcome);

    [Fact]
    public async Task A_key_that_may_not_be_read_is_a_fault_and_not_an_absent_policy()
    {
        FakeHost host = Restricted().Failing(Disk, CimFaultKind.AccessDenied);
        Assert.Equal(CimFaultKind.AccessDenied, (await Assert.ThrowsAsync<CimFault>(() => JudgeAsync(host))).Kind);
    }

    [Fact]
    public async Task A_baseline_that_demands_nothing_proves_nothing()
    {
        Verdict verdict = await JudgeAsync(Restricted(), new RemovableStorageAccess.Settings { Deny = new Dictionary<Media, IReadOnlyList<Access>>() });
        Assert.Equal((Outcome.Unknown, "BaselineSilent"), (verdict.Outcome, verdict.Reason));
    }

    [Theory]
    [InlineData("Deny_Write", Outcome.Unknown)]
    [InlineData("Deny_Read", Outcome.Fail)] // what is demanded and is not so refutes all the same
    public async Task A_baseline_that_leaves_USB_storage_out_proves_nothing(string denied, Outcome expected)
    {
        RemovableStorageAccess.Settings settings = new()
        {
            Deny = new Dictionary<Media, IReadOnlyList<Access>> { [Media.RemovableDisk] = [], [Media.Floppy] = [Access.Write] },
        };
        FakeHost host = new FakeHost().With(Root + @"\{53f56311-b6bf-11d0-94f2-00a0c91efb8b}", denied, 1);
        Assert.Equal(expected, (await JudgeAsync(host, settings)).Outcome);
    }

    [Fact]
    public async Task Execute_on_portable_devices_can_never_be_proven()
    {
        Verdict verdict = await JudgeAsync(Restricted(), new RemovableStorageAccess.Settings
        {
            Deny = new Dictionary<Media, IReadOnlyList<Access>> { [Media.PortableDevice] = [Access.Execute] },
        });
        Assert.Equal(Outcome.Unknown, verdict.Outcome);
    }

    [Theory]
    [InlineData(Media.CdDvd, "{53f56308-b6bf-11d0-94f2-00a0c91efb8b}")]
    [InlineData(Media.Floppy, "{53f56311-b6bf-11d0-94f2-00a0c91efb8b}")]
    [InlineData(Media.Tape, "{53f5630b-b6bf-11d0-94f2-00a0c91efb8b}")]
    public async Task Each_medium_is_judged_by_its_own_class(Media media, string guid)
    {
        RemovableStorageAccess.Settings settings = new()
        {
            Deny = new Dictionary<Media, IReadOnlyList<Access>> { [Media.RemovableDisk] = [Access.Write], [media] = [Access.Write] },
        };
        FakeHost both = new FakeHost().With(Disk, "Deny_Write", 1).With(Root + "\\" + guid, "Deny_Write", 1);
        Assert.Equal(Outcome.Pass, (await JudgeAsync(both, settings)).Outcome);
        Assert.Equal(Outcome.Fail, (await JudgeAsync(new FakeHost().With(Disk, "Deny_Write", 1), settings)).Outcome);
    }

    private static FakeHost Restricted() => new FakeHost()
        .With(Disk, "Deny_Read", 1).With(Disk, "Deny_Write", 1).With(Disk, "Deny_Execute", 1)
        .With(Wpd1, "Deny_Read", 1).With(Wpd1, "Deny_Write", 1)
        .With(Wpd2, "Deny_Read", 1).With(Wpd2, "Deny_Write", 1);

    private static Task<Verdict> JudgeAsync(FakeHost host, RemovableStorageAccess.Settings? settings = null)
    {
        HostCheck check = new RemovableStorageAccess();
        return check.EvaluateAsync(new HostView(host, MadeUp.AsOf), settings ?? check.DefaultSettings(), CancellationToken.None);
    }
}
