using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cli.Help;
using MedHardening.Cli.Screen;
using MedHardening.Services;

namespace MedHardening.Cli.Services;

/// <summary><c>medhardening services export</c>.</summary>
internal sealed class ServicesExportCommand : Command, IDocumented
{
    private readonly Language _language;
    private readonly Terminal _terminal;
    private readonly Argument<string> _path;
    private readonly Option<bool> _merge;
    private readonly Option<bool> _update;
    private readonly Option<bool> _force;
    private readonly InventoryOptions _inventory;

    public ServicesExportCommand(Language language, Terminal terminal)
        : base("export", new Text("機器の基準をファイルに書き出す。", "Writes the baselines of computers into files.").In(language))
    {
        _language = language;
        _terminal = terminal;
        _path = new Argument<string>("PATH")
        {
            Description = new Text(
                ".yaml のファイル、Get-Service と同じ一覧なら .csv のファイル、または機器（区分）ごとに1ファイルを置くフォルダー。",
                "A .yaml file, a .csv file for a list as Get-Service prints it, or a folder for one file a computer (or role).").In(language),
        };
        Arguments.Add(_path);
        _merge = Flag("--merge", new("区分ごとに1つの基準にまとめる。", "One baseline for all computers of a role."));
        _update = Flag("--update", new("既にあるファイルの判断（approved など）を引き継ぐ。", "Keeps the decisions of the files that are there."));
        _force = Flag("--force", new("既にあるファイルを、判断ごと置き換える。", "Replaces files that are there, with the decisions in them."));
        _inventory = new InventoryOptions(this, language);
        Validators.Add(Target);
        SetAction(RunAsync);
    }

    public IReadOnlyList<HelpSection> More =>
    [
        new(new Text("例", "Examples").In(_language),
        [
            new("medhardening services export service_list.csv --computer PC-01 --username auditor"),
            new("medhardening services export roles --ledger ledger.csv --merge --update --username auditor"),
        ]),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        string path = parsed.GetRequiredValue(_path);
        bool update = parsed.GetValue(_update);
        ExportDestination destination = ExportDestination.Of(path) ?? throw new UsageException(new(
            "拡張子は .yaml か .csv にしてください: " + path, "The path must end in .yaml or .csv, or be a folder: " + path));
        if (destination.IsFile)
            EnsureFree(path, parsed);
        InventoryArguments arguments = _inventory.Bind(parsed);
        Inventory inventory = new(_terminal, _language);
        IReadOnlyList<ComputerInventory> taken = await inventory.TakeAsync(
            arguments, arguments.Include.Count > 0 ? arguments.Include : HostInventory.Everything, cancel);
        IReadOnlyList<KeyValuePair<string, ServiceBaseline>> files = destination.Files(taken, parsed.GetValue(_merge));
        if (destination.IsFile && files.Count > 1)
        {
            throw new UsageException(new(
                "複数の機器は1つのファイルに書けません。フォルダーを指定するか --merge を付けてください。",
                "Several computers do not go into one file: name a folder, or add --merge."));
        }
        bool all = files.Count(f => Saved(f.Value, f.Key, update, parsed.GetValue(_force))) == files.Count;
        return !all ? ExitCode.ReportNotWritten : inventory.IsIncomplete ? ExitCode.NotAllMeasured : ExitCode.Success;
    }

    private bool Saved(ServiceBaseline baseline, string path, bool update, bool force)
    {
        if (File.Exists(path) && !update && !force)
        {
            _terminal.Say(Printable.Of(Exists(path).In(_language)));
            return false;
        }
        try
        {
            ExportDestination.Save(baseline, path, update);
            _terminal.Say(Printable.Of(new Text("書き込みました: ", "Written: ").In(_language) + path));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _terminal.Say(Printable.Of(new Text("書き込めません: ", "Cannot be written: ").In(_language) + path + ": " + e.Message));
            return false;
        }
    }

    private void EnsureFree(string path, ParseResult parsed)
    {
        if (File.Exists(path) && !parsed.GetValue(_update) && !parsed.GetValue(_force))
            throw new UsageException(Exists(path));
    }

    private static Text Exists(string path) => new(
        "既にあります（判断を引き継ぐには --update、置き換えるには --force）: " + path,
        "Exists already (--update keeps the decisions in it, --force replaces it): " + path);

    private void Target(CommandResult result)
    {
        if (!_inventory.HasTargets(result))
            result.AddError(new Text("--computer、--ledger、--snapshot のいずれかを指定してください。", "Give --computer, --ledger or --snapshot.").In(_language));
    }

    private Option<bool> Flag(string name, Text description)
    {
        Option<bool> option = new(name) { Description = description.In(_language) };
        Options.Add(option);
        return option;
    }
}
