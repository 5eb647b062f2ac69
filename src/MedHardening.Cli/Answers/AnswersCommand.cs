using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using MedHardening.Baselines.Sheets;
using MedHardening.Cli.Help;
using MedHardening.Cli.Screen;
using MedHardening.Reports;

namespace MedHardening.Cli.Answers;

/// <summary><c>medhardening answers export</c> and <c>import</c>: people's answers as a workbook to fill in.</summary>
internal sealed class AnswersCommand : Command, IDocumented
{
    private readonly Language _language;
    private readonly Terminal _terminal;

    public AnswersCommand(Language language, Terminal terminal)
        : base("answers", new Text(
            "施設記録の回答を Excel のシート（.xlsx）に書き出し、記入したものを読み込む。",
            "Exports the answers of a facility record to a workbook (.xlsx), and imports it when it is filled in.").In(language))
    {
        _language = language;
        _terminal = terminal;
        Subcommands.Add(Of("export", new Text("シートを書き出す。既にあるファイルは上書きしない。", "Writes the sheet. Overwrites nothing."), Export));
        Subcommands.Add(Of("import", new Text(
            "シートの回答を施設記録に書き込む。誤りがあれば、セルを示して何も書かない。",
            "Puts the answers into the record; with a mistake, tells its cell and writes nothing."), Import));
    }

    public IReadOnlyList<HelpSection> More =>
    [
        new(new Text("例", "Examples").In(_language),
        [
            new("medhardening answers export facility.yaml answers.xlsx"),
            new("medhardening answers import facility.yaml answers.xlsx"),
        ]),
    ];

    private Command Of(string name, Text description, Action<string, string> action)
    {
        Argument<string> facility = new("FACILITY") { Description = new Text("施設記録（YAML）。", "Facility record (YAML).").In(_language) };
        Argument<string> workbook = new("WORKBOOK") { Description = new Text("Excel のブック（.xlsx）。", "Workbook (.xlsx).").In(_language) };
        Command command = new(name, description.In(_language)) { facility, workbook };
        command.SetAction(parsed =>
        {
            action(parsed.GetRequiredValue(facility), parsed.GetRequiredValue(workbook));
            return ExitCode.Success;
        });
        return command;
    }

    private void Export(string facility, string workbook)
    {
        if (File.Exists(workbook))
            throw new UsageException(new("「" + workbook + "」は既にあります。上書きしません。", "'" + workbook + "' exists already and is not overwritten."));
        Writing(workbook, () => AnswerFiles.Export(facility, workbook));
        _terminal.Output.WriteLine(Printable.Of(workbook));
    }

    private void Import(string facility, string workbook)
    {
        int answers = 0;
        Writing(facility, () => answers = AnswerFiles.Import(workbook, facility).Count);
        string count = answers.ToString(CultureInfo.InvariantCulture);
        _terminal.Output.WriteLine(Printable.Of(facility + ": " + new Text("回答 " + count + " 件", count + " answers").In(_language)));
    }

    private static void Writing(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ReportNotWrittenException(path, new(
                "「" + path + "」を書き込めません: " + e.Message, "'" + path + "' cannot be written: " + e.Message), e);
        }
    }
}
