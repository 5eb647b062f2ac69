using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>Events are forwarded to a collector, where who rules the computer cannot delete them. EventForwarding.admx.</summary>
internal sealed class EventForwarding : HostCheck<EventForwarding.Settings>
{
    private const string Key = @"SOFTWARE\Policies\Microsoft\Windows\EventLog\EventForwarding\SubscriptionManager";

    public sealed record Settings;

    public override string Id => "event-forwarding";

    public override string Item => "access-log";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new("イベントログが収集サーバへ転送されている", "Events are forwarded to a collector");

    public override Text Remedy => new(
        "GPO［イベント転送］→［ターゲット サブスクリプション マネージャーを構成する］で収集サーバを指定する。",
        "In Group Policy, Event Forwarding, configure the target Subscription Manager.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        RegistryKey? key = await host.Session.ReadKeyAsync(RegistryHive.LocalMachine, Key, cancel).ConfigureAwait(false);
        string[] collectors = key?.ValueNames.Select(n => key[n]!.Data).OfType<string>().Where(v => v.Trim().Length > 0).ToArray() ?? [];
        List<Evidence> evidence = collectors.Select(c => new Evidence(@"HKLM\" + Key, Operators.Exists, "", c, Outcome.Pass)).ToList();
        if (evidence.Count == 0)
            evidence.Add(new Evidence(@"HKLM\" + Key, Operators.Exists, "", Evidence.Absent, Outcome.Fail));
        return Verdict.Of(evidence);
    }
}
