using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Domains;

namespace MedHardening.Checks;

/// <summary>
/// No enabled account of a domain has been left unused, and Guest is disabled. Last use is lastLogonTimestamp, which may lag 14
/// days behind (MS-ADA2 msDS-LogonTimeSyncInterval); an account that never signed in counts from the day it was made.
/// </summary>
internal sealed class UnusedDomainAccounts : DomainCheck<UnusedDomainAccounts.Settings>
{
    public sealed record Settings
    {
        /// <summary>Days without a sign-in after which an account is unused; the lag of the record comes on top.</summary>
        [Within(1, 400)]
        public int Days { get; init; } = 90;

        /// <summary>Names (sAMAccountName) or security identifiers of accounts that may lie unused, such as one for emergencies.</summary>
        public IReadOnlyList<string> Approved { get; init; } = [];
    }

    public override string Id => "unused-domain-accounts";

    public override string Item => "stale-accounts";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "ドメインに長期間使われていない有効なアカウントがない",
        "No enabled account of the domain lies unused");

    public override Text Remedy => new(
        "使われていないアカウントとGuestを無効にする。残すものは理由を記録してベースラインの approved に加える。",
        "Disable Guest and the accounts that nobody uses. Record why others stay, and add them to 'approved' in the baseline.");

    protected override async Task<Verdict> EvaluateAsync(DomainView domain, Settings settings, CancellationToken cancel)
    {
        Principals principals = await Principals.ReadAsync(domain.Directory, cancel).ConfigureAwait(false);
        HashSet<string> approved = new(settings.Approved, StringComparer.OrdinalIgnoreCase);
        DirectoryEntry[] users = principals.Users.Where(u => !IsShut(u, domain.AsOf)).ToArray();
        List<Evidence> evidence = users
            .Select(u => Judge(u, principals.DomainSid, approved.Contains(u.AccountName()) || approved.Contains(u.Sid()), settings, domain.AsOf))
            .OfType<Evidence>()
            .ToList();
        if (evidence.Count == 0)
        {
            string expected = settings.Days.ToString(CultureInfo.InvariantCulture) + " days";
            evidence.Add(new Evidence("lastLogonTimestamp", Operators.AtMost, expected, users.Length.ToString(CultureInfo.InvariantCulture) + " accounts", Outcome.Pass));
        }
        return Verdict.Of(evidence, "AccountNotReadable");
    }

    // Disabled, or expired before this day: nobody signs in with it.
    private static bool IsShut(DirectoryEntry user, DateTime asOf) =>
        user.Control()?.HasFlag(AccountControl.Disabled) == true
        || (user.FileTime("accountExpires") is { } expired && JapanTime.Day(expired) < asOf.Date);

    private static Evidence? Judge(DirectoryEntry user, string domainSid, bool isApproved, Settings settings, DateTime asOf)
    {
        string source = user.AccountName() + " (" + user.Sid() + ")";
        if (user.Control() is null)
            return new Evidence(source, Operators.Exists, "userAccountControl", Evidence.Absent, Outcome.Unknown);
        if (user.Sid() == domainSid + "-501")
            return new Evidence(source, Operators.Equals, "disabled", "enabled", Outcome.Fail);
        if (isApproved)
            return null;
        if (user.LastUse() is not { } last)
            return new Evidence(source + " whenCreated", Operators.Exists, "lastLogonTimestamp", Evidence.Absent, Outcome.Unknown);
        if (!DirectoryTimes.IsUnused(last, settings.Days, asOf))
            return null;
        string day = JapanTime.Day(last).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string attribute = user.FileTime("lastLogonTimestamp") is null ? " whenCreated" : " lastLogonTimestamp";
        DateTime earliest = asOf.Date.AddDays(-settings.Days) - DirectoryTimes.LogonLag;
        return new Evidence(source + attribute, Operators.AtLeast, earliest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, Outcome.Fail);
    }
}
