using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Services;

/// <summary>A fleet, compared with one baseline.</summary>
/// <param name="Reference">The file of the baseline.</param>
/// <param name="Compared">How many computers were compared, those without a difference too.</param>
/// <param name="NotCompared">What was not compared, in words: computers that could not be measured, with the reason, and sections that were not read.</param>
public sealed record ServiceComparison(
    string Reference, DateTime? TakenOn, int Compared, IReadOnlyList<ServiceDifference> Differences, IReadOnlyList<string> NotCompared)
{
    /// <summary>Everything was compared, and nothing differs.</summary>
    public bool IsEqual => Compared > 0 && Differences.Count == 0 && NotCompared.Count == 0;

    /// <param name="sections">What was to be compared; a section that is left out on purpose is no gap.</param>
    /// <param name="unmeasured">Computers that were to be compared and have no baseline, each with the reason, in words.</param>
    public static ServiceComparison Of(
        string path, ServiceBaseline reference, IReadOnlyCollection<BaselineSection> sections, IEnumerable<ServiceBaseline> actual,
        IEnumerable<string> unmeasured)
    {
        ServiceComparer comparer = new(reference);
        List<ServiceDifference> differences = new();
        List<string> notCompared = new(unmeasured);
        int compared = 0;
        foreach (ServiceBaseline one in actual)
        {
            compared++;
            differences.AddRange(comparer.Compare(one));
            notCompared.AddRange(comparer.NotCompared(one)
                .Where(s => sections.Contains(s) && reference.Section(s) is not null)
                .Select(s => one.Computer + ": " + DifferenceWords.Word(s)));
        }
        return new ServiceComparison(path, reference.TakenOn, compared, differences, notCompared);
    }

    /// <summary>The sections that a baseline has, and so can be compared with.</summary>
    public static IReadOnlyList<BaselineSection> Sections(ServiceBaseline reference) =>
        HostInventory.Everything.Where(s => reference.Section(s) is not null).ToArray();
}
