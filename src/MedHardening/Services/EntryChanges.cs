using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Services;

/// <summary>What differs between an entry of the baseline and the same entry of a computer.</summary>
internal sealed class EntryChanges(EntryKeys keys, VolatilePatterns patterns, bool byDisplayName)
{
    private readonly Wildcards _states = new(patterns.States);

    public IEnumerable<(ServiceChange Change, string? Old, string? New)> Of(BaselineEntry old, BaselineEntry now) => (old, now) switch
    {
        (ServiceEntry o, ServiceEntry n) => OfService(o, n),
        (ProgramEntry o, ProgramEntry n) when o.Version != n.Version && Compares(o, nameof(ProgramEntry.Version)) => [(ServiceChange.VersionChanged, o.Version, n.Version)],
        (PortEntry { Loopback: true }, PortEntry { Loopback: false } n) => [(ServiceChange.PortOpened, "127.0.0.1", n.Process)],
        (TaskEntry o, TaskEntry n) => OfTask(o, n),
        (AutorunEntry o, AutorunEntry n) when !keys.IsSamePath(o.Command, n.Command) && Compares(o, nameof(AutorunEntry.Command)) =>
            [(ServiceChange.PathChanged, o.Command, n.Command)],
        _ => [],
    };

    private IEnumerable<(ServiceChange Change, string? Old, string? New)> OfService(ServiceEntry old, ServiceEntry now)
    {
        if (old.Start != ServiceStartType.Unknown && now.Start != ServiceStartType.Unknown && Start(old) != Start(now) && Compares(old, nameof(ServiceEntry.Start)))
            yield return (ServiceChange.StartTypeChanged, DifferenceWords.Start(old), DifferenceWords.Start(now));
        if (StateMatters(old, now) && Compares(old, nameof(ServiceEntry.State)))
            yield return (ServiceChange.StateChanged, old.State.ToString(), now.State.ToString());
        if (byDisplayName)
            yield break;
        if (old.Path is not null && now.Path is not null && Compares(old, nameof(ServiceEntry.Path))
            && (!keys.IsSamePath(old.Path, now.Path) || !keys.IsSamePath(old.Arguments ?? "", now.Arguments ?? "")))
            yield return (ServiceChange.PathChanged, CommandLine(old), CommandLine(now));
        if (old.Account is not null && now.Account is not null && Compares(old, nameof(ServiceEntry.Account))
            && !old.Account.Equals(now.Account, StringComparison.OrdinalIgnoreCase))
            yield return (ServiceChange.AccountChanged, old.Account, now.Account);
    }

    private IEnumerable<(ServiceChange Change, string? Old, string? New)> OfTask(TaskEntry old, TaskEntry now)
    {
        if (old.Enabled != now.Enabled && Compares(old, nameof(TaskEntry.Enabled)))
            yield return (ServiceChange.StateChanged, DifferenceWords.Enabled(old.Enabled), DifferenceWords.Enabled(now.Enabled));
        string before = string.Join(" | ", old.Commands);
        string after = string.Join(" | ", now.Commands);
        if (!keys.IsSamePath(before, after) && Compares(old, nameof(TaskEntry.Commands)))
            yield return (ServiceChange.PathChanged, before, after);
        if (old.Account is not null && now.Account is not null && Compares(old, nameof(TaskEntry.Account))
            && !keys.IsSamePath(old.Account, now.Account))
            yield return (ServiceChange.AccountChanged, old.Account, now.Account);
    }

    // Get-Service has no word for a delayed start.
    private ServiceStartType Start(ServiceEntry service) =>
        byDisplayName && service.Start == ServiceStartType.AutomaticDelayed ? ServiceStartType.Automatic : service.Start;

    /// <summary>
    /// What starts with Windows is expected to run on. Services that start on demand, by a trigger or delayed come and go by
    /// themselves; of the others those that begin to run are told, but not those of Windows.
    /// </summary>
    private bool StateMatters(ServiceEntry old, ServiceEntry now)
    {
        bool ran = old.State == ServiceRun.Running;
        bool runs = now.State == ServiceRun.Running;
        if (ran == runs || old.State == ServiceRun.Unknown || now.State == ServiceRun.Unknown || IsPassing(old.State) || IsPassing(now.State)
            || old.Trigger || now.Trigger || old.PerUser || now.PerUser || _states.Match(now.Name))
            return false;
        return old.Start == ServiceStartType.Automatic
            || (runs && !old.StartsItself && now.Path is not null && !WindowsFolders.Contains(now.Path));
    }

    private static bool IsPassing(ServiceRun state) => state.ToString().EndsWith("Pending", StringComparison.Ordinal);

    private static bool Compares(BaselineEntry old, string property) =>
        !old.Varies.Contains(property, StringComparer.OrdinalIgnoreCase);

    private static string CommandLine(ServiceEntry service) => (service.Path + " " + service.Arguments).TrimEnd();
}
