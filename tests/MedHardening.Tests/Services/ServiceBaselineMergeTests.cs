using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MedHardening.Services;
using Xunit;

namespace MedHardening.Tests.Services;

public class ServiceBaselineMergeTests
{
    // 50 computers: half with another version of one program, 20 with a scanner, 2 with a game, one with a service switched off, one
    // without the antivirus, one with a service of its own.
    private static readonly IReadOnlyList<ServiceBaseline> s_computers = Enumerable.Range(1, 50).Select(Computer).ToArray();
    private static readonly ServiceBaseline s_merged = ServiceBaselineMerge.Of("client", s_computers);

    [Fact]
    public void All_fifty_compared_with_it_show_only_the_real_exceptions()
    {
        ServiceComparer comparer = new(Captured.ThroughFile(s_merged));
        Assert.Equal(
            [
                "PC-7 Svc100 StartTypeChanged", "PC-11 Game Added", "PC-12 Game Added", "PC-23 Rogue Added", "PC-31 Svc5 Removed",
            ],
            s_computers.SelectMany(c => comparer.Compare(c).Lines()));
    }

    [Fact]
    public void It_says_how_many_have_what_and_what_varies()
    {
        Assert.Equal((50, "client"), (s_merged.Hosts, s_merged.Role));
        ProgramEntry scanner = s_merged.Programs!.Single(p => p.Name == "Scanner");
        Assert.Equal(20, scanner.Hosts);
        ProgramEntry browser = s_merged.Programs!.Single(p => p.Name == "Browser");
        Assert.Null(browser.Hosts);
        Assert.Equal(["version"], browser.Varies);
        Assert.Equal(49, s_merged.Services!.Single(s => s.Name == "Svc5").Hosts);
        Assert.Equal(ServiceStartType.Automatic, s_merged.Services!.Single(s => s.Name == "Svc100").Start);
    }

    [Fact]
    public void Its_head_is_read_in_a_minute()
    {
        using MemoryStream stream = new();
        ServiceBaselineWriter.Write(s_merged, stream);
        string[] head = Encoding.UTF8.GetString(stream.ToArray()).Split('\n').TakeWhile(l => l.StartsWith('#')).ToArray();

        Assert.InRange(head.Length, 5, 15);
        Assert.Contains(head, l => l == "# サービス / Services: 全台 all 279, 一部 some 2; 少数 few: Rogue (1)");
        Assert.Contains(head, l => l == "# プログラム / Programs: 全台 all 121, 一部 some 2; 少数 few: Game (2)");
    }

    [Fact]
    public void What_was_decided_about_few_is_settled()
    {
        ServiceBaseline decided = s_merged.With(s_merged.Programs!.Single(p => p.Name == "Game") with { Approved = true, Reason = "子供の待合室" });
        Assert.Empty(new ServiceComparer(decided).Compare(s_computers[10]));
        ServiceBaseline forbidden = s_merged.With(s_merged.Programs!.Single(p => p.Name == "Game") with { Approved = false });
        Assert.Equal(["PC-11 Game NotApproved"], new ServiceComparer(forbidden).Compare(s_computers[10]).Lines());
    }

    private static ServiceBaseline Computer(int i)
    {
        ServiceBaseline one = MadeUpBaselines.Computer("PC-" + i).With(MadeUpBaselines.Program("Browser", i % 2 == 0 ? "130.1" : "131.0"));
        if (i <= 20)
            one = one.With(MadeUpBaselines.Program("Scanner", "3.0"));
        return i switch
        {
            7 => one.With(MadeUpBaselines.Service("Svc100", @"C:\Windows\System32\svc100.exe") with { Start = ServiceStartType.Disabled }),
            11 or 12 => one.With(MadeUpBaselines.Program("Game", "1.0")),
            23 => one.With(MadeUpBaselines.Service("Rogue", @"C:\Windows\System32\rogue.exe")),
            31 => one.Without("Svc5"),
            _ => one,
        };
    }
}
