using System.CommandLine;
using System.CommandLine.Parsing;

namespace MedHardening.Cli.Status;

/// <summary>Keeping what was asked, and judging it again without the computers.</summary>
internal sealed class SnapshotOptions
{
    private const string Full = "full";

    private readonly Language _language;
    private readonly Option<string> _save;
    private readonly Option<string> _read;
    private readonly Option<string> _collect;

    public SnapshotOptions(Command command, Language language)
    {
        _language = language;
        _save = Add(command, "--save-snapshots", "DIR", new(
            "測定した生の回答を、機器ごとに1ファイル、このフォルダーに残す（本人だけが読める）。",
            "Keeps the raw answers in this folder, one file a computer, readable by you alone."));
        _read = Add(command, "--snapshot", "DIR", new(
            "機器に接続せず、このフォルダーの記録を判定する。台帳も機器名もなければ記録のすべてが対象。",
            "Judges the recordings in this folder, without contacting a computer; without ledger and names all of them."));
        _collect = Add(command, "--collect", "needed|full", new(
            "full: 後で別の項目やベースラインで判定できるよう、すべての検査の質問をする（既定: needed）。",
            "full: asks all that any check could want, to be judged by other items and baselines later (default: needed)."));
        _collect.AcceptOnlyFromAmong("needed", Full);
        command.Validators.Add(Together);
    }

    public bool IsOffline(CommandResult result) => result.GetResult(_read) is not null;

    public StatusArguments Bind(ParseResult parsed, StatusArguments arguments) => arguments with
    {
        SaveSnapshots = parsed.GetValue(_save),
        Snapshot = parsed.GetValue(_read),
        CollectAll = parsed.GetValue(_collect) == Full,
    };

    private void Together(CommandResult result)
    {
        if (IsOffline(result) && result.GetResult(_save) is not null)
            result.AddError(new Text("--snapshot と --save-snapshots は同時に使えません。", "--snapshot and --save-snapshots exclude each other.").In(_language));
        if (result.GetResult(_collect) is not null && result.GetResult(_save) is null)
            result.AddError(new Text("--collect には --save-snapshots が必要です。", "--collect needs --save-snapshots.").In(_language));
    }

    private Option<string> Add(Command command, string name, string helpName, Text description)
    {
        Option<string> option = new(name) { HelpName = helpName, Description = description.In(_language) };
        command.Options.Add(option);
        return option;
    }
}
