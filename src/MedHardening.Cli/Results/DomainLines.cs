using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cli.Screen;
using MedHardening.Reports;

namespace MedHardening.Cli.Results;

/// <summary>The domains that some check could not learn of: which, why, and what to do about it.</summary>
internal static class DomainLines
{
    public static void Write(ChecklistStatus status, Terminal terminal, Language language)
    {
        foreach (CheckResult result in Unmeasured(status))
        {
            string detail = result.Deciding is { Source.Length: > 0 } deciding ? " (" + deciding.Source + ")" : "";
            Text word = Reasons.WithCode(result.Verdict.Reason!);
            terminal.Write("  " + Printable.Of(result.Subject.Name + "  " + word.In(language) + detail), hang: 6);
            if (Reasons.Advice(result.Verdict.Reason!) is { } advice)
                terminal.Write("      " + new Text("対処: ", "What to do: ").In(language) + advice.In(language), hang: 6);
        }
    }

    /// <summary>One result for each domain and reason.</summary>
    public static IEnumerable<CheckResult> Unmeasured(ChecklistStatus status) => status.Results
        .Where(r => r.Subject.Kind == SubjectKind.Domain && r.Verdict is { NotMeasured: true, Reason: not null })
        .GroupBy(r => (r.Subject.Name, r.Verdict.Reason))
        .Select(g => g.First());
}
