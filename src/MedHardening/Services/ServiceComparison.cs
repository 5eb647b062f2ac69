using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Services;

/// <summary>A fleet, compared with its baselines.</summary>
/// <param name="Reference">The file of the baseline, or the folder of those of the roles.</param>
/// <param name="Compared">How many computers were compared, those without a difference too.</param>
/// <param name="NotCompared">What was not compared, in words: computers that could not be measured, with the reason, and sections that were not read.</param>
public sealed record ServiceComparison(
    string Reference, DateTime? TakenOn, int Compared, IReadOnlyList<ServiceDifference> Differences, IReadOnlyList<Text> NotCompared)
{
    private static readonly Text s_noBaseline = new("この区分の基準がない", "there is no baseline for its role");

    /// <summary>Everything was compared, and nothing differs.</summary>
    public bool IsEqual => Compared > 0 && Differences.Count == 0 && NotCompared.Count == 0;

    /// <param name="sections">What was to be compared; a section that is left out on purpose is no gap.</param>
    /// <param name="actual">The baselines of the computers with their roles.</param>
    /// <param name="unmeasured">Computers that were to be compared and have no baseline, each with the reason, in words.</param>
    public static ServiceComparison Of(
        ServiceReferences references, IReadOnlyCollection<BaselineSection> sections, IEnumerable<KeyValuePair<string, ServiceBaseline>> actual,
        IEnumerable<Text> unmeasured)
    {
        Dictionary<ServiceBaseline, ServiceComparer> comparers = new();
        List<ServiceDifference> differences = new();
        List<Text> notCompared = new(unmeasured);
        int compared = 0;
        foreach (KeyValuePair<string, ServiceBaseline> one in actual)
        {
            if (references.For(one.Key) is not { } reference)
            {
                notCompared.Add(Gap(one.Value, new(s_noBaseline.Ja + "（" + one.Key + "）", s_noBaseline.En + " (" + one.Key + ")")));
                continue;
            }
            if (!comparers.TryGetValue(reference, out ServiceComparer? comparer))
                comparers[reference] = comparer = new ServiceComparer(reference);
            compared++;
            differences.AddRange(comparer.Compare(one.Value));
            notCompared.AddRange(comparer.NotCompared(one.Value)
                .Where(s => sections.Contains(s) && reference.Section(s) is not null)
                .Select(s => Gap(one.Value, DifferenceWords.Word(s))));
        }
        return new ServiceComparison(references.Path, references.TakenOn, compared, differences, notCompared);
    }

    private static Text Gap(ServiceBaseline computer, Text what) => new(computer.Computer + ": " + what.Ja, computer.Computer + ": " + what.En);

    /// <summary>The computers that were measured, as <see cref="Of"/> takes them.</summary>
    public static IEnumerable<KeyValuePair<string, ServiceBaseline>> Measured(IEnumerable<ComputerInventory> taken) => taken
        .Where(t => t.Baseline is not null)
        .Select(t => new KeyValuePair<string, ServiceBaseline>(t.Computer.Computer.Role, t.Baseline!));

    /// <summary>Exported baselines, files or folders of them, as <see cref="Of"/> takes them.</summary>
    /// <exception cref="Baselines.InvalidFileException">The mistakes of the first file that has some.</exception>
    public static IEnumerable<KeyValuePair<string, ServiceBaseline>> Exported(IEnumerable<string> paths) => paths
        .SelectMany(ExportDestination.Existing)
        .Select(ServiceBaselineReader.Read)
        .Select(b => new KeyValuePair<string, ServiceBaseline>(b.Role ?? "", b));
}
