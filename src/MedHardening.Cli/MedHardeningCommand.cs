using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Help;
using System.Linq;
using MedHardening.Cli.Answers;
using MedHardening.Cli.Checklist;
using MedHardening.Cli.Computers;
using MedHardening.Cli.Demo;
using MedHardening.Cli.Help;
using MedHardening.Cli.New;
using MedHardening.Cli.Probe;
using MedHardening.Cli.Screen;
using MedHardening.Cli.Services;
using MedHardening.Cli.Simulate;
using MedHardening.Cli.Status;
using MedHardening.Cli.Validate;

namespace MedHardening.Cli;

/// <summary>The root of the command line: its commands, and the options that every command has.</summary>
internal sealed class MedHardeningCommand : RootCommand, IDocumented
{
    private readonly Language _language;

    public MedHardeningCommand(Language language, Terminal terminal)
        : base(new Text(
            "医療機関のサイバーセキュリティ対策チェックリストを、Windows機器の実測にもとづいて点検します。対象機器には何も書き込みません。",
            "Checks the Windows computers of a medical institution against the Ministry's cybersecurity checklist, by measuring them. Writes nothing on them.").In(language))
    {
        _language = language;
        Option<string> lang = new(ConsoleLanguage.Option)
        {
            Description = new Text("表示の言語: ja または en。省略時は環境の言語。", "Language of messages: ja or en. Default: that of the environment.").In(language),
            HelpName = "ja|en",
            Recursive = true,
        };
        lang.AcceptOnlyFromAmong("ja", "en");
        Options.Add(lang);
        Subcommands.Add(new DemoCommand(language, terminal));
        Subcommands.Add(new StatusCommand(language, terminal));
        Subcommands.Add(new ComputersCommand(language, terminal));
        Subcommands.Add(new ProbeCommand(language, terminal));
        Subcommands.Add(new ServicesCommand(language, terminal));
        Subcommands.Add(new NewCommand(language, terminal));
        Subcommands.Add(new AnswersCommand(language, terminal));
        Subcommands.Add(new ChecklistCommand(language, terminal));
        Subcommands.Add(new ValidateCommand(language, terminal));
        Subcommands.Add(new SimulateCommand(language, terminal));
        foreach (HelpOption help in Options.OfType<HelpOption>())
        {
            help.Action = new HelpScreen(language, terminal.Width);
            help.Description = new Text("この説明を表示する。", "Shows this help.").In(language);
        }
        foreach (VersionOption version in Options.OfType<VersionOption>())
            version.Description = new Text("版を表示する。", "Shows the version.").In(language);
    }

    public IReadOnlyList<HelpSection> More =>
    [
        new(new Text("終了コード", "Exit codes").In(_language),
        [
            new("0", new Text("対象をすべて測定した（probe: どの段階も失敗なし、validate: 誤りなし）", "everything in scope was measured (probe: no step failed; validate: no mistakes)").In(_language)),
            new("2", new Text("指定または入力ファイルの誤り。何も測定していない", "wrong arguments or an invalid file; nothing was measured").In(_language)),
            new("3", new Text("測定できなかった機器、または一部しか測定できなかった機器がある", "some computer was not, or only partly, measured").In(_language)),
            new("4", new Text("報告書を書き込めない", "a report could not be written").In(_language)),
            new("130", new Text("Ctrl+C による中断", "interrupted by Ctrl+C").In(_language)),
        ]),
    ];
}
