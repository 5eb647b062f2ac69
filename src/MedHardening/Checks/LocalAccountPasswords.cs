using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>Every enabled account of the computer itself must have a password, and one that expires.</summary>
internal sealed class LocalAccountPasswords : HostCheck<LocalAccountPasswords.Settings>
{
    public sealed record Settings
    {
        /// <summary>
        /// Whether passwords must expire. Not with the branches of the guideline without regular change (13 or more characters, or
        /// two-factor authentication).
        /// </summary>
        public bool MustExpire { get; init; } = true;

        /// <summary>Accounts, by name or SID, whose password may stay: rotated by LAPS, or of a device that cannot change it.</summary>
        [Selective]
        public IReadOnlyList<string> MayStay { get; init; } = [];
    }

    public override string Id => "local-account-passwords";

    public override string Item => "password-strength";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "機器の中のアカウントにパスワードが必要で、無期限ではない",
        "Local accounts must have passwords that expire");

    public override Text Remedy => new(
        "パスワードのないアカウントに設定する（net user 名前 /passwordreq:yes）。無期限を認めるものは理由を記録し、ベースラインの mayStay に加える。",
        "Require a password (net user NAME /passwordreq:yes). Record why a password may stay, and add the account to 'mayStay' in the baseline.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<LocalAccount> accounts = await host.Session.ReadLocalAccountsAsync(cancel).ConfigureAwait(false);
        if (accounts.Count == 0)
            return Verdict.NotApplicable("DomainController");
        Wildcards mayStay = new(settings.MayStay);
        List<Evidence> evidence = new();
        foreach (LocalAccount account in accounts.Where(a => a.IsEnabled))
        {
            evidence.Add(Judge(account, "PasswordRequired", account.PasswordRequired));
            if (settings.MustExpire && !account.IsNamedBy(mayStay))
                evidence.Add(Judge(account, "PasswordExpires", account.PasswordExpires));
        }
        if (evidence.Count == 0)
            evidence.Add(new Evidence("Win32_UserAccount.Disabled", Operators.Equals, "true", "true", Outcome.Pass));
        return Verdict.Of(evidence);
    }

    private static Evidence Judge(LocalAccount account, string property, bool value) => new(
        "Win32_UserAccount.Name=\"" + account.Name + "\"." + property,
        Operators.Equals,
        "true",
        value ? "true" : "false",
        value ? Outcome.Pass : Outcome.Fail);
}
