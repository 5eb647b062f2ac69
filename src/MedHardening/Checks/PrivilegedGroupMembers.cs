using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// Only approved accounts are members of the groups that rule a computer. Groups and members are told by their SIDs, which are
/// the same in every language: https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers
/// </summary>
internal sealed class PrivilegedGroupMembers : HostCheck<PrivilegedGroupMembers.Settings>
{
    private static readonly (string Sid, string Key)[] s_groups =
    [
        (GroupMembers.Administrators, "administrators"),
        ("S-1-5-32-555", "remoteDesktopUsers"),
        ("S-1-5-32-551", "backupOperators"),
    ];

    /// <summary>
    /// Members by SID or by DOMAIN\name; <c>*</c> stands for any characters. <c>S-1-5-21-*-500</c> is the built-in administrator,
    /// <c>S-1-5-21-*-512</c> Domain Admins, <c>S-1-5-21-*-519</c> Enterprise Admins of any domain.
    /// </summary>
    public sealed record Settings
    {
        [Selective]
        public IReadOnlyList<string> Administrators { get; init; } = ["S-1-5-21-*-500", "S-1-5-21-*-512", "S-1-5-21-*-519"];

        [Selective]
        public IReadOnlyList<string> RemoteDesktopUsers { get; init; } = [];

        [Selective]
        public IReadOnlyList<string> BackupOperators { get; init; } = [];
    }

    public override string Id => "privileged-group-members";

    public override string Item => "access-rights";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "管理者・リモートデスクトップ・バックアップの各グループに承認した利用者だけがいる",
        "Only approved accounts are administrators, remote desktop users or backup operators");

    public override Text Remedy => new(
        "不要な利用者をグループから外す。必要な利用者は理由と承認者を記録し、ベースラインの一覧に加える。",
        "Remove accounts that are not needed from the group. Record reason and approver of those that are, and add them to the list in the baseline.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        List<Evidence> evidence = new();
        IReadOnlyList<string>[] lists = [settings.Administrators, settings.RemoteDesktopUsers, settings.BackupOperators];
        for (int i = 0; i < s_groups.Length; i++)
        {
            (string sid, string key) = s_groups[i];
            IReadOnlyList<GroupMember> members = await host.Session.ReadGroupMembersAsync(sid, cancel).ConfigureAwait(false);
            Wildcards approved = new(lists[i]);
            evidence.AddRange(members.Select(m => Judge(m, sid, key, approved)));
            if (members.Count == 0)
                evidence.Add(new Evidence("Win32_GroupUser " + sid, Operators.SubsetOf, key, Evidence.Absent, Outcome.Pass));
        }
        return Verdict.Of(evidence, CimFaultKind.InstanceNotFound.ToString());
    }

    // A member whose SID is not known may still be approved by name; otherwise nobody can say who it is.
    private static Evidence Judge(GroupMember member, string group, string key, Wildcards approved) => new(
        "Win32_GroupUser " + group,
        Operators.SubsetOf,
        key,
        member.Name + " (" + (member.Sid ?? "SID ?") + ")",
        approved.Match(member.Name) || (member.Sid is not null && approved.Match(member.Sid)) ? Outcome.Pass
            : member.Sid is null ? Outcome.Unknown
            : Outcome.Fail);
}
