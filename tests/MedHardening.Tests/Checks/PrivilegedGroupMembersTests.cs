using System.Linq;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

/// <summary>SIDs of groups and accounts from https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers.</summary>
public class PrivilegedGroupMembersTests
{
    private readonly PrivilegedGroupMembers _check = new();

    [Fact]
    public async Task The_built_in_administrator_and_the_domain_admins_are_approved_by_their_SIDs()
    {
        FakeHost host = Host("Administrateurs")
            .WithMember("Administrateurs", "Win32_UserAccount", "PC1", "Chef", "S-1-5-21-1-2-3-500")
            .WithMember("Administrateurs", "Win32_Group", "MED", "Admins du domaine", "S-1-5-21-9-9-9-512");
        Assert.Equal(Outcome.Pass, (await _check.JudgeAsync(host)).Outcome);
    }

    [Fact]
    public async Task Anybody_else_is_not()
    {
        Verdict verdict = await _check.JudgeAsync(Host("Administrators").WithMember("Administrators", "Win32_UserAccount", "PC1", "vendor", "S-1-5-21-1-2-3-1005"));
        Assert.Equal(Outcome.Fail, verdict.Outcome);
        Assert.Equal(@"PC1\vendor (S-1-5-21-1-2-3-1005)", verdict.Evidence.Single(e => e.Outcome == Outcome.Fail).Actual);
    }

    [Fact]
    public async Task The_other_two_groups_are_empty_by_default()
    {
        FakeHost host = Host("Administrators").WithMember("Administrators", "Win32_UserAccount", "PC1", "Administrator", null)
            .WithMember("Remote Desktop Users", "Win32_UserAccount", "PC1", "user", "S-1-5-21-1-2-3-1001");
        Assert.Equal(Outcome.Fail, (await _check.JudgeAsync(host)).Outcome);
        PrivilegedGroupMembers.Settings settings = new() { RemoteDesktopUsers = [@"pc1\user"] };
        Assert.Equal(Outcome.Pass, (await _check.JudgeAsync(host, settings)).Outcome);
    }

    [Fact]
    public async Task A_member_without_a_SID_is_neither_approved_nor_refuted()
    {
        FakeHost host = Host("Administrators").WithMember("Administrators", "Win32_UserAccount", "OLD", "gone", null);
        Assert.Equal(Outcome.Unknown, (await _check.JudgeAsync(host)).Outcome);
    }

    [Fact]
    public async Task Administrators_without_any_member_are_a_missing_right() => Assert.Equal(
        CimFaultKind.AccessDenied, (await Assert.ThrowsAsync<CimFault>(() => _check.JudgeAsync(Host("Administrators")))).Kind);

    [Fact]
    public async Task A_list_of_groups_without_the_administrators_is_a_fault() =>
        Assert.Equal(
            CimFaultKind.AccessDenied,
            (await Assert.ThrowsAsync<CimFault>(() => _check.JudgeAsync(new FakeHost().WithNo("Win32_Group")))).Kind);

    private static FakeHost Host(string administrators) => new FakeHost().WithAccounts()
        .WithRow("Win32_Group", ("Domain", "PC1"), ("Name", administrators), ("SID", "S-1-5-32-544"))
        .WithRow("Win32_Group", ("Domain", "PC1"), ("Name", "Remote Desktop Users"), ("SID", "S-1-5-32-555"))
        .WithRow("Win32_Group", ("Domain", "PC1"), ("Name", "Backup Operators"), ("SID", "S-1-5-32-551"))
        .WithRow("Win32_GroupUser", ("GroupComponent", null), ("PartComponent", null));
}

internal static class MemberOfFakeHost
{
    public static FakeHost WithMember(this FakeHost host, string group, string className, string domain, string name, string? sid)
    {
        host.WithRow(
            "Win32_GroupUser",
            ("GroupComponent", FakeHost.Row("Win32_Group", ("Domain", "PC1"), ("Name", group))),
            ("PartComponent", FakeHost.Row(className, ("Domain", domain), ("Name", name))));
        return sid is null ? host : host.WithRow(
            className,
            ("Domain", domain),
            ("Name", name),
            ("SID", sid),
            ("LocalAccount", domain == "PC1" ? "true" : "false"),
            ("Disabled", "false"),
            ("PasswordRequired", "true"),
            ("PasswordExpires", "true"));
    }
}
