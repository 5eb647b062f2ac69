using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Services;
using Xunit;

namespace MedHardening.Tests.Services;

public class DifferenceSummaryTests
{
    // A cumulative update of Windows brings a service and a port to 200 computers; one has a service of its own, one another program.
    private static readonly IReadOnlyList<DifferenceSummary> s_summary = Summary();

    [Fact]
    public void The_rogue_and_the_swapped_program_come_first_and_the_update_last() => Assert.Equal(
        [
            "Rogue Added High 1",
            "Svc7 PathChanged High 1",
            "Svc9 StartTypeChanged Medium 1",
            "NewSvc Added Low 200",
            "tcp/7777 PortOpened Low 200",
            "KB5000002 Added Information 200",
        ],
        s_summary.Select(s => $"{s.Example.Name} {s.Example.Change} {s.Severity} {s.Count}"));

    [Fact]
    public void What_everybody_got_is_explained_by_its_update() =>
        Assert.All(s_summary.Where(s => s.Example.Name is "NewSvc" or "tcp/7777"), s => Assert.Equal(["KB5000002"], s.ExplainedBy));

    [Fact]
    public void An_update_does_not_explain_what_only_one_of_its_computers_shows()
    {
        DifferenceSummary swapped = s_summary.Single(s => s.Example.Name == "Svc7");
        Assert.Equal(["KB5000002"], swapped.Example.ExplainedBy); // seen alone it might be the update
        Assert.Empty(swapped.ExplainedBy);
        Assert.DoesNotContain("KB5000002", swapped.Why.En, System.StringComparison.Ordinal);
        Assert.Equal(["PC-117"], swapped.Computers);
    }

    private static IReadOnlyList<DifferenceSummary> Summary()
    {
        ServiceBaseline before = MadeUpBaselines.Computer("PC-REF");
        ServiceBaseline after = before.With(
            MadeUpBaselines.Service("NewSvc", @"C:\Windows\System32\newsvc.exe"),
            new PortEntry { Name = "tcp/7777", Process = "newsvc.exe", Service = "NewSvc", Path = @"C:\Windows\System32\newsvc.exe" },
            new UpdateEntry { Name = "KB5000002" });
        ServiceComparer comparer = new(before);
        List<ServiceDifference> all = [];
        for (int i = 1; i <= 200; i++)
        {
            ServiceBaseline one = after with { Computer = "PC-" + i.ToString("000", CultureInfo.InvariantCulture) };
            all.AddRange(comparer.Compare(i switch
            {
                42 => one.With(MadeUpBaselines.Service("Rogue", @"C:\Windows\System32\rogue.exe")),
                117 => one.With(MadeUpBaselines.Service("Svc7", @"C:\Windows\System32\svc7x.exe")),
                150 => one.With(MadeUpBaselines.Service("Svc9", @"C:\Windows\System32\svc9.exe") with { Start = ServiceStartType.Disabled }),
                _ => one,
            }));
        }
        return DifferenceSummary.Of(all, 200);
    }
}
