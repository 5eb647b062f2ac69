using System;
using System.Linq;

namespace MedHardening.Services;

/// <summary>How soon somebody should look: first what was forbidden or looks bad, last what an update explains.</summary>
internal static class Severities
{
    public static DifferenceSeverity Of(ServiceDifference difference, BaselineEntry? old, BaselineEntry? now)
    {
        if (difference.Change is ServiceChange.ShouldBeStopped or ServiceChange.NotApproved)
            return DifferenceSeverity.High;
        if (difference.Marks.Any(m => m != SuspiciousMark.UnquotedPath))
            return DifferenceSeverity.High;
        DifferenceSeverity plain = Plain(difference.Change, difference.Section, old, now);
        if (difference.Marks.Count > 0)
            return Max(plain, DifferenceSeverity.Medium);
        return difference.ExplainedBy.Count > 0 ? Min(plain, DifferenceSeverity.Low) : plain;
    }

    private static DifferenceSeverity Plain(ServiceChange change, BaselineSection section, BaselineEntry? old, BaselineEntry? now) => (change, section) switch
    {
        (_, BaselineSection.Updates) => DifferenceSeverity.Information,
        (ServiceChange.Added, BaselineSection.Services) => now is ServiceEntry { IsActive: true } ? DifferenceSeverity.Medium : DifferenceSeverity.Low,
        (ServiceChange.Added, BaselineSection.Programs) => now is ProgramEntry { Hidden: true } ? DifferenceSeverity.Low : DifferenceSeverity.Medium,
        (ServiceChange.Added, _) => DifferenceSeverity.Medium,
        (ServiceChange.Removed, BaselineSection.Services) => old is ServiceEntry { StartsItself: true } ? DifferenceSeverity.Medium : DifferenceSeverity.Low,
        (ServiceChange.Removed, _) => DifferenceSeverity.Low,
        (ServiceChange.PathChanged, BaselineSection.Services) => DifferenceSeverity.High,
        (ServiceChange.PathChanged, _) => DifferenceSeverity.Medium,
        (ServiceChange.AccountChanged, _) => IsSystem(now) ? DifferenceSeverity.High : DifferenceSeverity.Medium,
        (ServiceChange.StartTypeChanged, _) => OfStart((ServiceEntry)old!, (ServiceEntry)now!),
        (ServiceChange.StateChanged, BaselineSection.Services) =>
            now is ServiceEntry { State: ServiceRun.Running } ? DifferenceSeverity.Low : DifferenceSeverity.Medium,
        (ServiceChange.StateChanged, _) => now is TaskEntry { Enabled: true } ? DifferenceSeverity.Medium : DifferenceSeverity.Low,
        (ServiceChange.PortOpened, _) => now is PortEntry { Loopback: true } ? DifferenceSeverity.Low : DifferenceSeverity.Medium,
        _ => DifferenceSeverity.Information,
    };

    // A service that began to start itself, or that was switched off, matters; automatic and delayed are nearly the same.
    private static DifferenceSeverity OfStart(ServiceEntry old, ServiceEntry now) =>
        old.StartsItself == now.StartsItself && now.Start != ServiceStartType.Disabled && old.Start != ServiceStartType.Disabled
            ? DifferenceSeverity.Low
            : DifferenceSeverity.Medium;

    private static bool IsSystem(BaselineEntry? entry) =>
        (entry as ServiceEntry)?.Account?.Equals("LocalSystem", StringComparison.OrdinalIgnoreCase) == true
        || (entry as TaskEntry)?.Account is "SYSTEM" or "S-1-5-18";

    private static DifferenceSeverity Max(DifferenceSeverity a, DifferenceSeverity b) => a > b ? a : b;

    private static DifferenceSeverity Min(DifferenceSeverity a, DifferenceSeverity b) => a < b ? a : b;
}
