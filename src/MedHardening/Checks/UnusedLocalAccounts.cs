using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// Every enabled account of the computer itself is used, and Guest is off. The last sign-in is that of
/// <c>Win32_NetworkLoginProfile</c>, which knows accounts that have signed in at the computer:
/// https://learn.microsoft.com/windows/win32/cimwin32prov/win32-networkloginprofile
/// </summary>
internal sealed class UnusedLocalAccounts : HostCheck<UnusedLocalAccounts.Settings>
{
    public sealed record Settings
    {
        /// <summary>An account that nobody has used for longer than this is unused.</summary>
        [Within(1, 730)]
        public int MaxDays { get; init; } = 90;

        /// <summary>Accounts, by name or SID, that are kept for emergencies or used over the network only.</summary>
        [Selective]
        public IReadOnlyList<string> Kept { get; init; } = [];
    }

    public override string Id => "unused-local-accounts";

    public override string Item => "stale-accounts";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "機器の中のアカウントに使われていないものがなく、Guest が無効である",
        "No enabled local account is unused, and Guest is off");

    public override Text Remedy => new(
        "使われていないアカウントを無効にする。緊急用やネットワーク専用のものは理由を記録し、ベースラインの kept に加える。",
        "Disable accounts that nobody uses. Record why emergency and network-only accounts are needed, and add them to 'kept' in the baseline.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<LocalAccount> accounts = await host.Session.ReadLocalAccountsAsync(cancel).ConfigureAwait(false);
        if (accounts.Count == 0)
            return Verdict.NotApplicable("DomainController");
        IReadOnlyList<CimObject> profiles = await host.Session
            .QueryAsync(CimQuery.Class("root/cimv2", "Win32_NetworkLoginProfile"), cancel).ConfigureAwait(false);
        DateTime today = await host.TodayAsync(cancel).ConfigureAwait(false);
        Wildcards kept = new(settings.Kept);
        Evidence[] evidence = accounts
            .Where(a => a.RelativeId == LocalAccount.Guest || (a.IsEnabled && !a.IsNamedBy(kept)))
            .Select(a => a.RelativeId == LocalAccount.Guest ? Guest(a) : Judge(a, LastLogon(profiles, host, a), today, settings.MaxDays))
            .ToArray();
        return Verdict.Of(evidence, "NoSignInSeen");
    }

    private static Evidence Guest(LocalAccount account) => new(
        Source(account) + ".Disabled", Operators.Equals, "true", account.IsEnabled ? "false" : "true", account.IsEnabled ? Outcome.Fail : Outcome.Pass);

    // No sign-in at the computer itself: never used, or used over the network only. The computer does not tell which.
    private static Evidence Judge(LocalAccount account, DateTimeOffset? last, DateTime today, int maxDays) => new(
        Source(account) + ".LastLogon",
        Operators.AtLeast,
        Iso(today.AddDays(-maxDays)),
        last is null ? Evidence.Absent : Iso(JapanTime.Day(last.Value)),
        last is null ? Outcome.Unknown : JapanTime.Day(last.Value) >= today.AddDays(-maxDays) ? Outcome.Pass : Outcome.Fail);

    private static DateTimeOffset? LastLogon(IReadOnlyList<CimObject> profiles, HostView host, LocalAccount account)
    {
        // Name is COMPUTER\account for the computer's own accounts and DOMAIN\account for others.
        CimObject? profile = profiles.FirstOrDefault(p => p.String("Name") is string name
            && name.EndsWith("\\" + account.Name, StringComparison.OrdinalIgnoreCase)
            && HostIdentity.IsSameComputer(name.Substring(0, name.LastIndexOf('\\')), host.Session.Target.Name));
        return profile?["LastLogon"] is DateTimeOffset or string ? profile.DateTime("LastLogon") : null;
    }

    private static string Source(LocalAccount account) => "Win32_UserAccount.Name=\"" + account.Name + "\"";

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
