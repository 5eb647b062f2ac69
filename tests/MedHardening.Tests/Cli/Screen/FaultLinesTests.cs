using System;
using System.IO;
using MedHardening.Baselines;
using MedHardening.Cli.Screen;
using Xunit;

namespace MedHardening.Tests.Cli.Screen;

public class FaultLinesTests
{
    [Fact]
    public void A_fault_shows_its_place_its_line_and_a_caret_under_the_column() =>
        Assert.Equal(
            """
            hospital.yaml(3,8): unknown role
                roles: sever:
                       ^

            """,
            Written(new Fault("hospital.yaml", 3, 8, new("区分が不明です", "unknown role"), "roles: sever:")));

    [Fact]
    public void The_caret_counts_two_columns_for_a_Japanese_character() =>
        Assert.Equal(
            """
            台帳.csv(2,4): x
                名称,区分
                     ^

            """,
            Written(new Fault("台帳.csv", 2, 4, new("x", "x"), "名称,区分")));

    [Fact]
    public void A_fault_of_the_whole_file_has_no_line_to_show() =>
        Assert.Equal("gone.yaml: not found\n", Written(new Fault("gone.yaml", 0, 0, new("ありません", "not found"), null)));

    [Fact]
    public void A_line_without_end_is_shown_around_the_fault_only()
    {
        string written = Written(new Fault("a.csv", 1, 5001, new("x", "x"), new string('a', 5000) + "!" + new string('b', 5000)));

        string[] lines = written.Split('\n');
        Assert.True(lines[1].Length < 120);
        Assert.Equal('!', lines[1][lines[2].IndexOf('^', StringComparison.Ordinal)]);
    }

    [Fact]
    public void A_line_cannot_send_escape_sequences_to_the_terminal() =>
        Assert.DoesNotContain('\u001b', Written(new Fault("a.csv", 1, 1, new("x", "x"), "\u001b]0;title\a")));

    private static string Written(Fault fault)
    {
        using StringWriter writer = new() { NewLine = "\n" };
        FaultLines.Write([fault], writer, Language.English);
        return writer.ToString();
    }
}
