using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Cli.Connections;
using MedHardening.Cli.Help;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli.Status;

/// <summary><c>medhardening status</c>: its options and what they must be together. <see cref="StatusAction"/> does the work.</summary>
internal sealed class StatusCommand : Command, IDocumented
{
    private const int LongestShown = 60;

    private readonly Language _language;
    private readonly Option<string> _baseline;
    private readonly Option<string> _facility;
    private readonly Option<string> _ledger;
    private readonly Option<string[]> _computer;
    private readonly Option<string> _role;
    private readonly Option<string[]> _item;
    private readonly Option<DateTime?> _asOf;
    private readonly Option<string[]> _report;
    private readonly Option<bool> _json;
    private readonly Option<bool> _perComputer;
    private readonly Option<bool> _allowRemoteShell;
    private readonly ConnectionOptions _connection;
    private readonly DomainOptions _domains;
    private readonly SnapshotOptions _snapshots;

    public StatusCommand(Language language, Terminal terminal)
        : base("status", new Text(
            "機器を測定し、チェックリスト各行の提案を表示する。",
            "Measures computers and shows what it proposes for each row of the checklist.").In(language))
    {
        _language = language;
        _baseline = Of<string>("--baseline", "FILE", new("ベースライン（YAML）。", "The baseline (YAML)."));
        _baseline.Required = true;
        _facility = Of<string>("--facility", "FILE", new("施設記録（YAML）: 確認書、例外、事業者の回答。", "The facility record (YAML): attestations, exceptions, vendors' answers."));
        _ledger = Of<string>("--ledger", "FILE", new("台帳（CSV）。対象となる機器の一覧。", "The ledger (CSV): the computers in scope."));
        _computer = Many("--computer", "NAME", new("台帳の代わりに、対象の機器を名前で指定する。", "Computers by name, instead of a ledger."));
        _role = Of<string>("--role", "ROLE", new("--computer で指定した機器の区分（既定: client）。", "Role of the computers given by --computer (default: client)."));
        _role.DefaultValueFactory = _ => Roles.Client;
        _item = Many("--item", "ITEM", new("この項目だけを測定する。番号（2-9）または項目名。", "Measures these items only, by number (2-9) or key."));
        _asOf = Of<DateTime?>("--as-of", "DATE", new("例外の期限などを判定する日（既定: 今日）。例 2025-12-01", "The day on which expiries are judged (default: today), such as 2025-12-01."));
        _asOf.CustomParser = Values.Day(_asOf.Name, language);
        _report = Many("--report", "FILE", new("報告書を書き出す。形式は拡張子で決まる（.html .csv .json）。", "Writes a report; the extension decides the format (.html .csv .json)."));
        _json = Of<bool>("--json", null, new("表の代わりにJSONを標準出力に書く。", "Writes JSON to standard output instead of the table."));
        _perComputer = Of<bool>("--per-computer", null, new("機器ごとの結果を、終わった順に表示する。", "Shows the results of each computer as it ends."));
        _allowRemoteShell = Of<bool>("--allow-remote-shell", null, new(
            "CIMで読めない設定（監査ポリシー）を、遠隔シェルのコマンドで読む。台帳の操作が「可」の機器だけ。一時ファイルを作り、すぐ消す。",
            "Reads what CIM cannot (the audit policy) by commands in a remote shell, on computers whose 操作 is 可 only. Makes a temporary file and deletes it at once."));
        _snapshots = new SnapshotOptions(this, language);
        _domains = new DomainOptions(this, language);
        _connection = new ConnectionOptions(this, language);
        Validators.Add(OneKindOfTarget);
        SetAction((parsed, cancel) => new StatusAction(terminal, language).RunAsync(Bind(parsed), cancel));
    }

    public IReadOnlyList<HelpSection> More =>
    [
        new(new Text("例", "Examples").In(_language),
        [
            new("medhardening status --baseline hospital.yaml --ledger ledger.csv --report report.html"),
            new("medhardening status --baseline hospital.yaml --computer PC-01 PC-02 --item 2-9 --per-computer"),
            new("medhardening status --baseline hospital.yaml --ledger ledger.csv --snapshot recordings"),
            new("medhardening status ... --username 'HOSPITAL\\auditor' --password-stdin < password-file"),
        ]),
    ];

    private StatusArguments Bind(ParseResult parsed) => _snapshots.Bind(parsed, new StatusArguments
    {
        Baseline = parsed.GetRequiredValue(_baseline),
        Facility = parsed.GetValue(_facility),
        Ledger = parsed.GetValue(_ledger),
        Computers = parsed.GetValue(_computer) ?? [],
        Role = Roles.Parse(parsed.GetRequiredValue(_role)),
        Items = parsed.GetValue(_item) ?? [],
        AsOf = parsed.GetValue(_asOf),
        Reports = parsed.GetValue(_report) ?? [],
        Json = parsed.GetValue(_json),
        PerComputer = parsed.GetValue(_perComputer),
        Domains = _domains.Bind(parsed),
        Connection = _connection.Bind(parsed) with { AllowRemoteShell = parsed.GetValue(_allowRemoteShell) },
    });

    private void OneKindOfTarget(CommandResult result)
    {
        bool ledger = result.GetResult(_ledger) is not null;
        bool computers = result.GetResult(_computer) is not null;
        if (ledger == computers && (ledger || !_snapshots.IsOffline(result)))
            result.AddError(new Text("--ledger と --computer のどちらか一方を指定してください。", "Give either --ledger or --computer.").In(_language));
        foreach (string name in (result.GetValue(_computer) ?? []).Where(n => !HostName.IsAddress(n)).Select(n => Printable.Cut(n, LongestShown)))
            result.AddError(new Text("機器の名前でもアドレスでもありません: " + name, "Neither the name of a computer nor an address: " + name).In(_language));
        if (Roles.Parse(result.GetValue(_role) ?? "") == Roles.Network)
            result.AddError(new Text("ネットワーク機器は測定できません。", "Network devices are not measured.").In(_language));
        if (ledger && result.GetResult(_role) is { Implicit: false })
            result.AddError(new Text("--role は --computer とともに指定します。区分は台帳に書いてください。", "--role goes with --computer; a ledger says the roles itself.").In(_language));
        if (_domains.IsGiven(result) && _snapshots.IsOffline(result))
            result.AddError(new Text("--snapshot は記録にあるドメインを判定します。--domain は外してください。", "--snapshot judges the domains of the recordings; leave out --domain.").In(_language));
        if (result.GetResult(_json) is not null && result.GetResult(_perComputer) is not null)
            result.AddError(new Text("--json には機器ごとの結果が含まれます。--per-computer は外してください。", "--json holds the results of each computer already; leave out --per-computer.").In(_language));
    }

    private Option<T> Of<T>(string name, string? helpName, Text description)
    {
        Option<T> option = new(name) { HelpName = helpName, Description = description.In(_language) };
        Options.Add(option);
        return option;
    }

    private Option<string[]> Many(string name, string helpName, Text description)
    {
        Option<string[]> option = Of<string[]>(name, helpName, description);
        option.AllowMultipleArgumentsPerToken = true;
        return option;
    }
}
