using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Services;

/// <summary>Collects the differences of one computer and says of each what it looks like and what explains it.</summary>
internal sealed class Findings(ServiceBaseline reference, ServiceBaseline actual, EntryKeys keys, LookAlikes names)
{
    private static readonly ServiceChange[] s_explainable =
    [
        ServiceChange.Added, ServiceChange.Removed, ServiceChange.PathChanged, ServiceChange.PortOpened, ServiceChange.PortClosed,
    ];

    private readonly Explanations _explanations = new(reference, actual);
    private readonly List<(ServiceDifference Difference, BaselineEntry? Old, BaselineEntry? Now)> _found = [];

    public void Add(BaselineEntry? old, BaselineEntry? now, ServiceChange change, string? before, string? after)
    {
        BaselineEntry entry = now ?? old!;
        // Marks tell about what is new; that a service has been so all along is no difference.
        bool isNews = now is not null && change is not (ServiceChange.StateChanged or ServiceChange.StartTypeChanged or ServiceChange.VersionChanged);
        _found.Add((
            new ServiceDifference(
                actual.Computer ?? "", entry.Section, entry is PortEntry port ? keys.NameOf(port) : entry.Name, change, before, after)
            {
                DisplayName = (entry as ServiceEntry)?.DisplayName,
                Marks = isNews ? SuspiciousMarks.Of(now!, actual.Programs, names) : [],
                IsRare = old?.Hosts is { } hosts && now is not null && Shares.IsFew(hosts, reference.Hosts),
            },
            old,
            now));
    }

    public IReadOnlyList<ServiceDifference> Sorted() => _found
        .Select(f => Judged(f.Difference with { ExplainedBy = Explain(f.Difference, f.Old, f.Now) }, f.Old, f.Now))
        .OrderBy(d => d.Section).ThenBy(d => d.Name, StringComparer.OrdinalIgnoreCase).ThenBy(d => d.Change)
        .ToArray();

    private static ServiceDifference Judged(ServiceDifference difference, BaselineEntry? old, BaselineEntry? now) =>
        difference with
        {
            Severity = Severities.Of(difference, old, now),
            Unexplained = Severities.Of(difference with { ExplainedBy = [] }, old, now),
        };

    // What is suspicious is not explained away, and what was forbidden stays so. How a service starts,
    // and under which account, is the administrator's business and no update's.
    private IReadOnlyList<string> Explain(ServiceDifference difference, BaselineEntry? old, BaselineEntry? now) =>
        difference.Marks.Count == 0 && s_explainable.Contains(difference.Change)
            ? _explanations.Of(PathOf(now ?? old!), byUpdates: (now ?? old) is ServiceEntry or PortEntry, isGone: now is null)
            : [];

    private static string? PathOf(BaselineEntry entry) => entry switch
    {
        ServiceEntry service => service.Path,
        PortEntry port => port.Path,
        TaskEntry { Commands.Count: > 0 } task => CommandLines.Split(task.Commands[0]).Program,
        AutorunEntry autorun => CommandLines.Split(autorun.Command).Program,
        _ => null,
    };
}
