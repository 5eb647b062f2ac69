using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MedHardening.Baselines;
using Xunit;

namespace MedHardening.Tests.Baselines;

/// <summary>Files that nobody writes by mistake: told in one fault, before anything is built from them.</summary>
public class HostileFilesTests
{
    private const string Head = "schema: medhardening/baseline/1\nname: x\nprofile: mhlw-r7\n";

    [Fact]
    public void A_file_may_have_five_megabytes_and_not_a_byte_more()
    {
        int most = 5 * 1024 * 1024;
        string full = Head + "#" + new string('x', most - Head.Length - 1);
        Assert.Empty(Expect.Faults(full));
        Fault fault = Assert.Single(Expect.Faults(full + "x"));
        Assert.Equal((0, 0), (fault.Line, fault.Column));
        Assert.Contains("5 MBを超えています", fault.Message.Ja);
        Assert.Contains("larger than 5 MB", fault.Message.En);
    }

    [Fact]
    public void A_file_may_be_nested_sixty_four_deep_and_not_deeper()
    {
        // The file itself is the first level.
        Assert.DoesNotContain(Expect.Faults(Head + "x: " + Nested(63)), f => f.Message.En.Contains("nested", StringComparison.Ordinal));
        Expect.Fault(Head + "x: " + new string('[', 63) + "▼[" + new string(']', 64), "64段を超えています", "nested more than 64 levels");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("{a: ")]
    public void Endless_nesting_is_given_up_early(string part) =>
        Assert.Contains("nested more than", Assert.Single(Expect.Faults(Repeat(part, 100_000))).Message.En);

    [Fact]
    public void Aliases_are_never_followed()
    {
        IEnumerable<string> lines = Enumerable.Range(1, 40).Select(i => $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]");
        IReadOnlyList<Fault> faults = Expect.Faults(Head + "a0: &a0 [x]\n" + string.Join('\n', lines));
        Assert.All(faults.Skip(1), f => Assert.Contains("aliases", f.Message.En));
    }

    [Fact]
    public void More_values_than_any_honest_file_has_are_refused() => Assert.Contains(
        "more than 200000 values", Assert.Single(Expect.Faults(Head + "x: [" + Repeat("1,", 200_001) + "]")).Message.En);

    [Fact]
    public void After_a_hundred_mistakes_reading_ends()
    {
        IReadOnlyList<Fault> faults = Expect.Faults(Head + string.Concat(Enumerable.Range(0, 5000).Select(i => $"x{i}: 1\n")));
        Assert.Equal(101, faults.Count);
        Assert.Contains("見つかった順に100件", faults[0].Message.Ja);
        Assert.Contains("only the first 100", faults[0].Message.En);
    }

    [Fact]
    public void More_than_a_hundred_roles_are_refused() => Assert.Contains(
        "more than 100 roles",
        Assert.Single(Expect.Faults(Head + "roles:\n" + string.Concat(Enumerable.Range(0, 101).Select(i => $"  r{i}: {{is: client}}\n")))).Message.En);

    [Fact]
    public void A_very_long_word_is_not_repeated()
    {
        Fault fault = Assert.Single(Expect.Faults(Head + new string('x', 900) + ": 1\n"));
        Assert.True(fault.Message.En.Length < 300);
    }

    [Fact]
    public void A_ledger_may_have_a_hundred_thousand_lines_and_not_one_more()
    {
        string full = "name,role\n" + string.Concat(Enumerable.Range(1, 99_999).Select(i => $"PC{i},client\r\n"));
        using (var file = new TextFile(full, ".csv"))
            Assert.Equal(99_999, LedgerReader.Read(file.Path).Count);
        Fault fault = Assert.Single(Expect.Faults(full + "PC0,client\n", ".csv"));
        Assert.Contains("100000行を超えています", fault.Message.Ja);
        Assert.Contains("more than 100000 lines", fault.Message.En);
    }

    [Fact]
    public void A_ledger_may_not_have_more_than_twenty_megabytes()
    {
        byte[] bytes = new byte[(20 * 1024 * 1024) + 1];
        Array.Fill(bytes, (byte)',');
        Assert.Contains("larger than 20 MB", Assert.Single(Expect.Faults(bytes, ".csv")).Message.En);
    }

    [Fact]
    public void A_line_of_a_ledger_may_not_have_endless_cells() => Assert.Contains(
        "more than 1000 cells", Assert.Single(Expect.Faults(new string(',', 5000), ".csv")).Message.En);

    private static string Nested(int levels) => new string('[', levels) + new string(']', levels);

    private static string Repeat(string part, int times) => new StringBuilder().Insert(0, part, times).ToString();
}
