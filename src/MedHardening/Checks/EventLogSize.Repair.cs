using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Changes;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// Raises what is too small and lets full logs go on. Where a policy is set it decides, and is changed (EventLog.admx: MaxSize in
/// kilobytes, Retention as text); else the log's own key (bytes in steps of 64 KB, 0 to overwrite), which is what the management
/// tools of Windows write. https://learn.microsoft.com/windows/win32/eventlog/eventlog-key
/// </summary>
internal sealed partial class EventLogSize : IRepairingCheck
{
    // The size in bytes is a DWORD.
    private const int MaxMegabytes = 4095;

    async Task IRepairingCheck.PlanAsync(HostView host, object settings, ChangeList changes, CancellationToken cancel)
    {
        Settings wanted = (Settings)settings;
        IReadOnlyList<CimObject> logs = await LogsAsync(host.Session, cancel).ConfigureAwait(false);
        foreach (KeyValuePair<string, int> log in wanted.MinMegabytes.OrderBy(m => m.Key, System.StringComparer.OrdinalIgnoreCase))
        {
            Evidence[] evidence = Judge(logs, log.Key, log.Value, wanted.MayStopWhenFull).ToArray();
            if (evidence.FirstOrDefault(e => e.Outcome == Outcome.Unknown) is { } unknown)
                throw new CimFault(CimFaultKind.AccessDenied, unknown.Source) { Host = host.Session.Target.Name };
            if (evidence[0].Outcome == Outcome.Fail)
                await RaiseAsync(host.Session, log.Key, log.Value, changes, cancel).ConfigureAwait(false);
            if (evidence.Skip(1).Any(e => e.Outcome == Outcome.Fail))
                await OverwriteAsync(host.Session, log.Key, changes, cancel).ConfigureAwait(false);
        }
    }

    private static async Task RaiseAsync(ICimSession session, string log, int megabytes, ChangeList changes, CancellationToken cancel)
    {
        if (megabytes > MaxMegabytes)
            throw new ChangeRefusedException("NotRepairable", log + ": " + megabytes + " MB > " + MaxMegabytes + " MB");
        bool isPolicy = await HasAsync(session, Policy(log), "MaxSize", cancel).ConfigureAwait(false);
        await (isPolicy
            ? SetAsync(Policy(log), (uint)megabytes << 10, ChangeEffect.AfterRestart)
            : SetAsync(Own(log), (uint)megabytes << 20, ChangeEffect.AtOnce)).ConfigureAwait(false);

        Task SetAsync(string path, uint size, ChangeEffect effect) => changes.SetValueAsync(
            RegistryHive.LocalMachine, path, "MaxSize", new RegistryValue(RegistryType.DWord, size), cancel, effect);
    }

    private static async Task OverwriteAsync(ICimSession session, string log, ChangeList changes, CancellationToken cancel)
    {
        bool isPolicy = await HasAsync(session, Policy(log), "Retention", cancel).ConfigureAwait(false);
        await (isPolicy
            ? changes.SetValueAsync(RegistryHive.LocalMachine, Policy(log), "Retention", new(RegistryType.String, "0"), cancel, ChangeEffect.AfterRestart)
            : changes.SetValueAsync(RegistryHive.LocalMachine, Own(log), "Retention", new(RegistryType.DWord, 0u), cancel)).ConfigureAwait(false);
    }

    private static async Task<bool> HasAsync(ICimSession session, string path, string name, CancellationToken cancel) =>
        (await session.ReadKeyAsync(RegistryHive.LocalMachine, path, cancel).ConfigureAwait(false))?[name] is not null;

    private static string Policy(string log) => @"SOFTWARE\Policies\Microsoft\Windows\EventLog\" + log;

    private static string Own(string log) => @"SYSTEM\CurrentControlSet\Services\EventLog\" + log;
}
