using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Domains;

namespace MedHardening.Checks;

/// <summary>
/// Every account in the groups that rule a domain is on the approved list, whether it is a member directly, through other
/// groups, or by its primary group. Groups are told by their identifiers, which are the same in every language
/// (learn.microsoft.com: Security identifiers; Appendix C, Protected accounts and groups in Active Directory).
/// </summary>
internal sealed class PrivilegedGroups : DomainCheck<PrivilegedGroups.Settings>
{
    private const string Administrators = "S-1-5-32-544";

    // Domain, Schema and Enterprise Admins, Key Admins, Enterprise Key Admins. A domain that is not the root of its forest has
    // no Schema and Enterprise Admins; those of the root are members of its Administrators.
    private static readonly int[] s_ofDomain = [512, 518, 519, 526, 527];

    // Administrators, Account, Server, Print and Backup Operators.
    private static readonly int[] s_builtIn = [544, 548, 549, 550, 551];

    public sealed record Settings
    {
        /// <summary>Names (sAMAccountName) or security identifiers of accounts. The built-in Administrator, whom no one can remove, need not be named.</summary>
        public IReadOnlyList<string> Approved { get; init; } = [];
    }

    public override string Id => "privileged-groups";

    public override string Item => "access-rights";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "ドメインの特権グループのメンバーが承認済み一覧にある",
        "Every member of the domain's privileged groups is on the approved list");

    public override Text Remedy => new(
        "不要なメンバーを特権グループから外す。必要なものは承認を記録してベースラインの approved に加える。",
        "Remove from the privileged groups who need not be there. Record the approval of who does, and add the account to 'approved' in the baseline.");

    protected override async Task<Verdict> EvaluateAsync(DomainView domain, Settings settings, CancellationToken cancel)
    {
        Principals principals = await Principals.ReadAsync(domain.Directory, cancel).ConfigureAwait(false);
        DirectoryEntry[] groups = s_ofDomain.Select(rid => principals.DomainSid + "-" + Number(rid)).Concat(s_builtIn.Select(rid => "S-1-5-32-" + Number(rid)))
            .Select(principals.Find).OfType<DirectoryEntry>().ToArray();
        // The built-in Administrator is always in there, so an empty group is one whose members this account may not see.
        if (principals.Find(Administrators) is not { } all || principals.MembersOf(all).Count == 0)
            throw new CimFault(CimFaultKind.AccessDenied, Administrators + ": no members") { Host = domain.Directory.Domain };
        if (settings.Approved.Count == 0)
            return Verdict.Unknown(Verdict.BaselineSilent);
        HashSet<string> approved = new(settings.Approved, StringComparer.OrdinalIgnoreCase) { principals.DomainSid + "-500" };
        List<Evidence> evidence = groups
            .SelectMany(g => principals.MembersOf(g).Where(m => !IsApproved(m.Account, approved)).Select(m => Unapproved(g, m.Name, m.Account)))
            .ToList();
        if (evidence.Count == 0)
        {
            int members = groups.SelectMany(principals.MembersOf).Select(m => m.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count();
            evidence.Add(new Evidence("member", Operators.SubsetOf, "approved", Number(members), Outcome.Pass));
        }
        return Verdict.Of(evidence, "MemberOfAnotherDomain");
    }

    private static bool IsApproved(DirectoryEntry? account, HashSet<string> approved) =>
        account is not null && (approved.Contains(account.AccountName()) || approved.Contains(account.Sid()));

    // Who a member of another domain is, and who is behind it if it is a group, only that domain can say.
    private static Evidence Unapproved(DirectoryEntry group, string name, DirectoryEntry? account) => new(
        group.AccountName() + " (" + group.Sid() + ")",
        Operators.SubsetOf,
        "approved",
        account is null ? name : account.AccountName() + " (" + account.Sid() + ")",
        account is null ? Outcome.Unknown : Outcome.Fail);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
