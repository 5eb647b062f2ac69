using System;
using System.Linq;
using System.Text.RegularExpressions;
using MedHardening.Cli.Results;
using MedHardening.Cli.Screen;
using MedHardening.Tests.TestDoubles;
using Spectre.Console;
using Xunit;

namespace MedHardening.Tests.Cli.Results;

public class RowTableTests
{
    [Fact]
    public void Into_a_pipe_go_whole_titles_without_an_escape_sequence()
    {
        string[] lines = Drawn(Screens.Pipe(), Language.Japanese);

        Assert.Equal(
            [
                "番号|チェック項目|提案|測定/台帳",
                "1-1|医療情報システム安全管理責任者を設置している。|はい候補（要確認）|-",
                "2-9|USBストレージ等の外部記録媒体や情報機器に対して接続を制限している。|いいえ（測定による）|2/5",
                "2-12|［サーバ］バックグラウンドで動作している不要なソフトウェア及びサービスを停止している。|確認書が必要|1/1",
                "2-12|［端末PC］バックグラウンドで動作している不要なソフトウェア及びサービスを停止している。|判定不能|1/4",
            ],
            lines.Select(line => Regex.Replace(line, " {2,}", "|")));
    }

    [Theory]
    [InlineData(80, Language.Japanese)]
    [InlineData(80, Language.English)]
    [InlineData(120, Language.Japanese)]
    [InlineData(120, Language.English)]
    public void On_a_terminal_a_row_is_one_line_that_fits_and_its_verdict_is_not_cut(int width, Language language)
    {
        string[] lines = Drawn(Screens.Of(width), language);

        Assert.Equal(5, lines.Length);
        Assert.DoesNotContain(lines, line => line.GetCellWidth() > width);
        Assert.Contains(language == Language.Japanese ? "いいえ（測定による）" : "No (by measurement)", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("2/5", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void The_columns_line_up_for_Japanese_characters_of_two_columns()
    {
        string[] lines = Drawn(Screens.Of(80), Language.Japanese);

        int proposal = lines[0][..lines[0].IndexOf("提案", StringComparison.Ordinal)].GetCellWidth();
        Assert.Equal(proposal, lines[1][..lines[1].IndexOf("はい候補", StringComparison.Ordinal)].GetCellWidth());
        Assert.Equal(proposal, lines[4][..lines[4].IndexOf("判定不能", StringComparison.Ordinal)].GetCellWidth());
    }

    [Fact]
    public void What_tells_two_rows_of_an_item_apart_survives_the_cut()
    {
        string[] lines = Drawn(Screens.Of(80), Language.English);

        Assert.Contains("[Server]", lines[3], StringComparison.Ordinal);
        Assert.Contains("[Client PC]", lines[4], StringComparison.Ordinal);
    }

    private static string[] Drawn(Terminal terminal, Language language)
    {
        RowTable.Write(ReportSample.Status, terminal, language);
        return terminal.Output.ToString()!.TrimEnd('\n').Split('\n').Select(line => line.TrimEnd()).ToArray();
    }
}
