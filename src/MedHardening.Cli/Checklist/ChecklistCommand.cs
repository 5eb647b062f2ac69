using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using MedHardening.Baselines.Sheets;
using MedHardening.Cli.Help;
using MedHardening.Cli.Screen;
using MedHardening.Reports;

namespace MedHardening.Cli.Checklist;

/// <summary><c>medhardening checklist</c>: a year's checklist from the official workbook.</summary>
internal sealed class ChecklistCommand : Command, IDocumented
{
    private readonly Language _language;
    private readonly Terminal _terminal;

    public ChecklistCommand(Language language, Terminal terminal)
        : base("checklist", new Text(
            "公式の様式（.xlsx）から、その年度のチェックリスト（YAML）を作る。項目の対応は人が確かめる。",
            "Makes a year's checklist (YAML) from the official workbook (.xlsx); a person confirms which item is which.").In(language))
    {
        _language = language;
        _terminal = terminal;
        Argument<string> workbook = new("WORKBOOK") { Description = new Text("公式の様式（.xlsx）。", "Official form (.xlsx).").In(language) };
        Option<string> path = new("--out")
        {
            Required = true,
            HelpName = "FILE",
            Description = new Text("作るファイル。ベースラインと同じフォルダーの checklists/mhlw-r8.yaml など。", "File to make, such as checklists/mhlw-r8.yaml beside the baseline.").In(language),
        };
        Option<int?> year = new("--reiwa")
        {
            HelpName = "N",
            Description = new Text("令和の年度。様式に書かれていないときだけ要る。", "Year of 令和, where the form does not say it.").In(language),
        };
        year.CustomParser = argument => Values.Integer(year.Name, 1, 99, language)(argument);
        Arguments.Add(workbook);
        Options.Add(path);
        Options.Add(year);
        SetAction(parsed => Run(parsed.GetRequiredValue(workbook), parsed.GetRequiredValue(path), parsed.GetValue(year)));
    }

    public IReadOnlyList<HelpSection> More =>
    [
        new(new Text("例", "Examples").In(_language), [new("medhardening checklist 001716187.xlsx --out checklists/mhlw-r8.yaml")]),
    ];

    private int Run(string workbook, string path, int? reiwa)
    {
        try
        {
            foreach (ImportedItem item in ChecklistImport.Run(workbook, path, reiwa))
            {
                string likeness = item.Likeness.ToString("P0", CultureInfo.InvariantCulture);
                _terminal.Output.WriteLine(Printable.Of(item.Number + "  " + item.Key + "  " + (item.Likeness > 0 ? likeness : new Text("新しい項目", "new").In(_language)) + "  " + item.Wording));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReportNotWrittenException(path, new("「" + path + "」を書き込めません: " + e.Message, "'" + path + "' cannot be written: " + e.Message), e);
        }

        _terminal.Output.WriteLine(Printable.Of(new Text(
            path + ": 「要確認」の項目を公式の様式と照らし合わせてください。", path + ": compare the items marked 要確認 with the official form.").In(_language)));
        return ExitCode.Success;
    }
}
