using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Checks;
using MedHardening.Fleet;

namespace MedHardening.Reports;

/// <summary>Hosts answer in any order; a report is in the same order every time, so that two runs can be compared line by line.</summary>
internal static class StableOrder
{
    public static IEnumerable<ComputerResult> InOrder(this IEnumerable<ComputerResult> computers) => computers
        .OrderBy(c => c.Computer.Name, StringComparer.OrdinalIgnoreCase)
        .ThenBy(c => c.Computer.Name, StringComparer.Ordinal);

    public static IEnumerable<CheckResult> InOrder(this IEnumerable<CheckResult> results) => results
        .OrderBy(r => r.Subject.Kind)
        .ThenBy(r => r.Subject.Name, StringComparer.OrdinalIgnoreCase)
        .ThenBy(r => r.Subject.Name, StringComparer.Ordinal)
        .ThenBy(r => r.Check.Id, StringComparer.Ordinal);
}
