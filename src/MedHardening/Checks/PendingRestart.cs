using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// No installed update waits for a restart. The two keys exist only while one does:
/// https://github.com/adbertram/Random-PowerShell-Work/blob/master/Random%20Stuff/Test-PendingReboot.ps1
/// </summary>
internal sealed class PendingRestart : HostCheck<PendingRestart.Settings>
{
    private static readonly (string Key, string SubKey)[] s_places =
    [
        (@"SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing", "RebootPending"),
        (@"SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update", "RebootRequired"),
    ];

    public sealed record Settings;

    public override string Id => "pending-restart";

    public override string Item => "security-patches";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new("再起動待ちの更新プログラムがない", "No update waits for a restart");

    public override Text Remedy => new("診療に支障のない時間に再起動する。", "Restart at a time that does not disturb care.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        List<Evidence> evidence = new();
        foreach ((string key, string subKey) in s_places)
        {
            IReadOnlyList<string>? found = await host.Session.ReadSubKeysAsync(RegistryHive.LocalMachine, key, cancel).ConfigureAwait(false);
            bool pending = found?.Contains(subKey, System.StringComparer.OrdinalIgnoreCase) == true;
            evidence.Add(new Evidence(
                @"HKLM\" + key + "\\" + subKey, Operators.Equals, Evidence.Absent, pending ? subKey : Evidence.Absent, pending ? Outcome.Fail : Outcome.Pass));
        }
        return Verdict.Of(evidence);
    }
}
