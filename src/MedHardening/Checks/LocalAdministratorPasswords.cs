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
/// Windows LAPS changes the password of each computer's local administrator, so that no two computers share one: the day on
/// which the next change is due is there and not long past. The password itself is never read
/// (learn.microsoft.com/windows-server/identity/laps/laps-technical-reference: msLAPS-PasswordExpirationTime; before Windows
/// LAPS ms-Mcs-AdmPwdExpirationTime).
/// </summary>
internal sealed class LocalAdministratorPasswords : DomainCheck<LocalAdministratorPasswords.Settings>
{
    public sealed record Settings
    {
        /// <summary>Days that a change may be overdue: a computer that is off changes nothing.</summary>
        [Within(0, 365)]
        public int OverdueDays { get; init; } = 30;
    }

    public override string Id => "local-administrator-passwords";

    public override string Item => "password-reuse";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new(
        "端末ごとの管理者パスワードをLAPSが管理している",
        "LAPS changes the local administrator's password of each computer");

    public override Text Remedy => new(
        "Windows LAPSのポリシーを端末に配布する。期限の過ぎた端末は、電源とポリシーの適用を確かめる。",
        "Deliver the policy of Windows LAPS to the computers. Where the change is overdue, see that the computer is on and gets its policy.");

    protected override async Task<Verdict> EvaluateAsync(DomainView domain, Settings settings, CancellationToken cancel)
    {
        Principals principals = await Principals.ReadAsync(domain.Directory, cancel).ConfigureAwait(false);
        DirectoryEntry[] computers = principals.All.Where(IsManaged).ToArray();
        if (computers.Length == 0)
            return Verdict.NotApplicable("NoWindowsComputer");
        List<Evidence> evidence = computers.Select(c => Judge(c, domain.AsOf.Date.AddDays(-settings.OverdueDays))).OfType<Evidence>().ToList();
        if (evidence.Count == 0)
        {
            evidence.Add(new Evidence(
                "msLAPS-PasswordExpirationTime", Operators.Exists, "", computers.Length.ToString(CultureInfo.InvariantCulture), Outcome.Pass));
        }
        return Verdict.Of(evidence);
    }

    // Domain controllers have no local accounts.
    private static bool IsManaged(DirectoryEntry entry) =>
        entry["operatingSystem"].FirstOrDefault()?.StartsWith("Windows", StringComparison.OrdinalIgnoreCase) == true
        && entry.Control() is { } control && !control.HasFlag(AccountControl.Disabled) && !control.HasFlag(AccountControl.ServerTrust);

    private static Evidence? Judge(DirectoryEntry computer, DateTime earliest)
    {
        DateTimeOffset? due = computer.FileTime("msLAPS-PasswordExpirationTime") ?? computer.FileTime("ms-Mcs-AdmPwdExpirationTime");
        return due is { } time && JapanTime.Day(time) >= earliest
            ? null
            : new Evidence(
                computer.AccountName() + " msLAPS-PasswordExpirationTime",
                Operators.AtLeast,
                earliest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                due is { } past ? JapanTime.Day(past).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Evidence.Absent,
                Outcome.Fail);
    }
}
