using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Services;

/// <summary>The same difference on some computers of a fleet.</summary>
/// <param name="Computers">Their names, sorted.</param>
/// <param name="Compared">How many computers were compared.</param>
public sealed record DifferenceSummary(ServiceDifference Example, IReadOnlyList<string> Computers, int Compared)
{
    public DifferenceSeverity Severity { get; init; }

    public IReadOnlyList<string> ExplainedBy { get; init; } = [];

    /// <summary>On how many computers.</summary>
    public int Count => Computers.Count;

    public Text Why => (Example with { ExplainedBy = ExplainedBy }).Why;

    /// <summary>
    /// What is worst and rarest first: the same change on most computers is the update that all of them got, on one of them it wants a look.
    /// </summary>
    /// <param name="compared">How many computers were compared, those without a difference too.</param>
    public static IReadOnlyList<DifferenceSummary> Of(IReadOnlyCollection<ServiceDifference> differences, int compared)
    {
        Dictionary<string, int> updated = differences
            .Where(d => d is { Section: BaselineSection.Updates, Change: ServiceChange.Added })
            .GroupBy(d => d.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.OrdinalIgnoreCase);
        return differences
            .GroupBy(d => (d.Section, Name: d.Name.ToLowerInvariant(), d.Change, d.New))
            .Select(g => Of(g.ToArray(), compared, updated))
            .OrderByDescending(s => s.Severity).ThenBy(s => s.Count).ThenBy(s => s.Example.Section)
            .ThenBy(s => s.Example.Name, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Example.Change)
            .ToArray();
    }

    private static DifferenceSummary Of(ServiceDifference[] same, int compared, Dictionary<string, int> updated)
    {
        ServiceDifference worst = same.OrderByDescending(d => d.Severity).First();
        // An update that many computers got explains nothing that only few of these show.
        string[] explainedBy = same.SelectMany(d => d.ExplainedBy).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(by => !updated.TryGetValue(by, out int got) || Shares.IsMost(same.Length, got))
            .ToArray();
        DifferenceSeverity severity = explainedBy.Length > 0 || worst.ExplainedBy.Count == 0 ? worst.Severity : worst.Unexplained;
        bool isOdd = Shares.IsFew(same.Length, compared) && explainedBy.Length == 0 && severity > DifferenceSeverity.Information && IsNew(worst.Change);
        return new DifferenceSummary(worst, same.Select(d => d.Computer).OrderBy(c => c, StringComparer.OrdinalIgnoreCase).ToArray(), compared)
        {
            Severity = isOdd ? Higher(severity) : severity,
            ExplainedBy = explainedBy,
        };
    }

    private static bool IsNew(ServiceChange change) => change is ServiceChange.Added or ServiceChange.PortOpened or ServiceChange.PathChanged;

    private static DifferenceSeverity Higher(DifferenceSeverity severity) =>
        severity == DifferenceSeverity.High ? severity : severity + 1;
}
