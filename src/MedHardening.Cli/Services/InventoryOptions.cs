using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Cli.Connections;
using MedHardening.Cli.Screen;
using MedHardening.Services;

namespace MedHardening.Cli.Services;

/// <summary>Whose baselines are taken, what of them, and how the computers are reached.</summary>
internal sealed class InventoryOptions
{
    private const int LongestShown = 60;

    private readonly Language _language;
    private readonly Command _command;
    private readonly Option<string[]> _computers;
    private readonly Option<string> _role;
    private readonly Option<string> _ledger;
    private readonly Option<string> _snapshot;
    private readonly Option<string> _saveSnapshots;
    private readonly Option<string[]> _include;
    private readonly ConnectionOptions _connection;

    public InventoryOptions(Command command, Language language)
    {
        _command = command;
        _language = language;
        _computers = Add(new Option<string[]>("--computer"), "NAME", new("機器の名前かアドレス。", "Name or address of a computer."));
        _computers.AllowMultipleArgumentsPerToken = true;
        _role = Add(new Option<string>("--role"), "ROLE", new("--computer の区分（既定: client）。", "Role of the computers of --computer (default: client)."));
        _role.DefaultValueFactory = _ => Roles.Client;
        _ledger = Add(new Option<string>("--ledger"), "FILE", new("台帳（CSV）の全機器（接触不可を除く）。", "All computers of the ledger (CSV), but those that must not be contacted."));
        _snapshot = Add(new Option<string>("--snapshot"), "DIR", new("機器に接続せず、このフォルダーの記録を使う。", "Uses the recordings in this folder, without contacting a computer."));
        _saveSnapshots = Add(new Option<string>("--save-snapshots"), "DIR", new(
            "生の回答を、機器ごとに1ファイル、このフォルダーに残す。", "Keeps the raw answers in this folder, one file a computer."));
        string sections = string.Join("|", HostInventory.Everything.Select(s => s.ToString().ToLowerInvariant()));
        _include = Add(new Option<string[]>("--include"), sections, new("読むもの（既定: すべて）。", "What to read (default: everything)."));
        _include.AllowMultipleArgumentsPerToken = true;
        _include.AcceptOnlyFromAmong(sections.Split('|'));
        _connection = new ConnectionOptions(command, language);
        command.Validators.Add(Names);
    }

    /// <summary>Whether the command line says which computers are meant.</summary>
    public bool HasTargets(CommandResult result) =>
        result.GetResult(_computers) is not null || result.GetResult(_ledger) is not null || result.GetResult(_snapshot) is not null;

    public InventoryArguments Bind(ParseResult parsed) => new()
    {
        Computers = parsed.GetValue(_computers) ?? [],
        Role = Roles.Parse(parsed.GetRequiredValue(_role)),
        Ledger = parsed.GetValue(_ledger),
        Snapshot = parsed.GetValue(_snapshot),
        SaveSnapshots = parsed.GetValue(_saveSnapshots),
        Include = (parsed.GetValue(_include) ?? []).Select(w => HostInventory.Everything.First(s => s.ToString().Equals(w, System.StringComparison.OrdinalIgnoreCase))).ToArray(),
        Connection = _connection.Bind(parsed),
    };

    private void Names(CommandResult result)
    {
        foreach (string name in (result.GetValue(_computers) ?? []).Where(n => !HostName.IsAddress(n)).Select(n => Printable.Cut(n, LongestShown)))
            result.AddError(new Text("機器の名前でもアドレスでもありません: " + name, "Neither the name of a computer nor an address: " + name).In(_language));
        if (result.GetResult(_computers) is not null && result.GetResult(_ledger) is not null)
            result.AddError(new Text("--computer と --ledger は同時に使えません。", "--computer and --ledger exclude each other.").In(_language));
        if (result.GetResult(_snapshot) is not null && result.GetResult(_saveSnapshots) is not null)
            result.AddError(new Text("--snapshot と --save-snapshots は同時に使えません。", "--snapshot and --save-snapshots exclude each other.").In(_language));
    }

    private T Add<T>(T option, string helpName, Text description)
        where T : Option
    {
        option.HelpName = helpName;
        option.Description = description.In(_language);
        _command.Options.Add(option);
        return option;
    }
}

/// <summary>Whose baselines the person wants, and what of them.</summary>
internal sealed record InventoryArguments
{
    public required IReadOnlyList<string> Computers { get; init; }

    public required string Role { get; init; }

    public string? Ledger { get; init; }

    public string? Snapshot { get; init; }

    public string? SaveSnapshots { get; init; }

    /// <summary>Empty for everything.</summary>
    public required IReadOnlyList<BaselineSection> Include { get; init; }

    public required ConnectionArguments Connection { get; init; }
}
