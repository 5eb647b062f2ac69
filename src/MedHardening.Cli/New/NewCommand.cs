using System.Collections.Generic;
using System.CommandLine;
using MedHardening.Baselines.Starter;
using MedHardening.Checklist;
using MedHardening.Cli.Help;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli.New;

/// <summary><c>medhardening new</c>: the files that a facility starts a year with.</summary>
internal sealed class NewCommand : Command, IDocumented
{
    private readonly Language _language;
    private readonly Terminal _terminal;

    public NewCommand(Language language, Terminal terminal)
        : base("new", new Text(
            "ひな形のファイル（ベースライン、未回答の施設記録、台帳、エディター用のスキーマ）を作る。既にあるファイルは上書きしない。",
            "Makes starter files: baseline, unanswered facility record, ledger, schemas for editors. Overwrites nothing.").In(language))
    {
        _language = language;
        _terminal = terminal;
        Option<FacilityKind> kind = new("--kind")
        {
            Required = true,
            HelpName = "hospital|clinic|pharmacy",
            Description = new Text("施設の種類。", "Kind of facility.").In(language),
        };
        kind.AcceptOnlyFromAmong("hospital", "clinic", "pharmacy");
        Option<string> path = new("--out")
        {
            HelpName = "FOLDER",
            DefaultValueFactory = _ => ".",
            Description = new Text("ファイルを作るフォルダー。省略時は今のフォルダー。", "Folder for the files. Default: the current one.").In(language),
        };
        Option<string?> from = new("--from")
        {
            HelpName = "FOLDER",
            Description = new Text(
                "昨年度のフォルダー。証跡などは引き継ぎ、回答と日付は消す。",
                "Folder of last year's files: documents are kept, answers and dates are cleared.").In(language),
        };
        Options.Add(kind);
        Options.Add(path);
        Options.Add(from);
        SetAction(parsed => Run(parsed.GetValue(kind), parsed.GetRequiredValue(path), parsed.GetValue(from)));
    }

    public IReadOnlyList<HelpSection> More =>
    [
        new(new Text("例", "Examples").In(_language),
        [
            new("medhardening new --kind hospital --out R7"),
            new("medhardening new --kind clinic --out R8 --from R7"),
        ]),
    ];

    private int Run(FacilityKind kind, string path, string? from)
    {
        try
        {
            foreach (string file in StarterFolder.Create(kind, path, from))
                _terminal.Output.WriteLine(Printable.Of(file));
        }
        catch (StarterException e)
        {
            throw new UsageException(e.Text);
        }

        return ExitCode.Success;
    }
}
