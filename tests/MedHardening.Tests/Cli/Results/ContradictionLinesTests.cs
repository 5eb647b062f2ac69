using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cli.Results;
using MedHardening.Cli.Screen;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cli.Results;

public class ContradictionLinesTests
{
    [Fact]
    public void A_refuted_row_names_the_computers_that_refute_it()
    {
        Assert.Equal(
            """
            What speaks against a Yes (evidence: --per-computer, or a report):
              2-9   PC-001


            """,
            Written(ReportSample.Status));
    }

    [Fact]
    public void Of_very_many_computers_the_first_are_named_and_the_others_counted()
    {
        CheckResult[] results = Enumerable.Range(1, 15)
            .Select(i => ReportSample.Of("PC-" + i, ReportSample.Storage, ReportSample.DenyMissing)).ToArray();

        string written = Written(ReportSample.With([], results));

        Assert.EndsWith("PC-11, PC-12 and 3 more", written.TrimEnd(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_refuted_row_nothing_is_said() =>
        Assert.Equal("", Written(ReportSample.Status with { Rows = ReportSample.Status.Rows.Where(r => r.Proposal != Proposal.No).ToArray() }));

    private static string Written(ChecklistStatus status)
    {
        Terminal terminal = Screens.Pipe();
        ContradictionLines.Write(status, terminal, Language.English);
        return terminal.Output.ToString()!;
    }
}
