using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Services;

/// <summary>Looks through a whole baseline: one that is taken from a computer that is not clean makes the unwanted the norm.</summary>
public static class SuspiciousEntries
{
    /// <summary>Names and marks of the services, tasks and autoruns that look bad.</summary>
    public static IReadOnlyList<KeyValuePair<string, IReadOnlyList<SuspiciousMark>>> Of(ServiceBaseline baseline)
    {
        LookAlikes names = new([]);
        return new[] { BaselineSection.Services, BaselineSection.Tasks, BaselineSection.Autoruns }
            .SelectMany(s => baseline.Section(s) ?? [])
            .Select(e => new KeyValuePair<string, IReadOnlyList<SuspiciousMark>>(e.Name, SuspiciousMarks.Of(e, baseline.Programs, names)))
            .Where(e => e.Value.Count > 0)
            .ToArray();
    }
}
