using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// LAPS gives the local administrator of each computer a password of its own. Keys of LAPS.admx, of its CSP and of the older
/// Microsoft LAPS: https://learn.microsoft.com/windows-server/identity/laps/laps-management-policy-settings
/// </summary>
internal sealed class LapsPolicy : HostCheck<LapsPolicy.Settings>
{
    private static readonly (string Key, string Name)[] s_places =
    [
        (@"SOFTWARE\Microsoft\Policies\LAPS", "BackupDirectory"),
        (@"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\LAPS", "BackupDirectory"),
        (@"SOFTWARE\Policies\Microsoft Services\AdmPwd", "AdmPwdEnabled"),
    ];

    public sealed record Settings;

    public override string Id => "laps-policy";

    public override string Item => "password-reuse";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new(
        "LAPS がローカル管理者のパスワードを機器ごとに変える",
        "LAPS gives every computer its own administrator password");

    public override Text Remedy => new(
        "GPO［管理用テンプレート］→［システム］→［LAPS］でパスワードのバックアップ先を定める。",
        "In Group Policy, Administrative Templates > System > LAPS, configure the password backup directory.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        List<Evidence> evidence = new();
        foreach ((string key, string name) in s_places)
        {
            RegistryValue? value = await host.Session
                .ReadValueAsync(RegistryHive.LocalMachine, key, name, RegistryType.DWord, cancel).ConfigureAwait(false);
            evidence.Add(RegistryEvidence.Of(key, name, value, Operators.AtLeast, "1", n => n is 1 or 2));
        }
        // One of the three is enough.
        return evidence.Find(e => e.Outcome == Outcome.Pass) is Evidence found ? Verdict.Of([found]) : Verdict.Of(evidence);
    }
}
