using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Cli.Connections;
using MedHardening.Cli.Help;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli.Probe;

/// <summary><c>medhardening probe</c>: its options and what they must be together. <see cref="ProbeAction"/> does the work.</summary>
internal sealed class ProbeCommand : Command, IDocumented
{
    private const int LongestShown = 60;

    private readonly Language _language;
    private readonly Argument<string[]> _computers;
    private readonly Option<string> _ledger;
    private readonly Option<string> _namespace;
    private readonly Option<string> _query;
    private readonly Option<bool> _json;
    private readonly ConnectionOptions _connection;

    public ProbeCommand(Language language, Terminal terminal)
        : base("probe", new Text(
            "機器が応答しない理由を、名前解決から権限まで一段ずつ調べ、直し方を示す。",
            "Finds out why a computer does not answer, step by step from its name to the rights of the account, and what to do.").In(language))
    {
        _language = language;
        _computers = new Argument<string[]>("NAME")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = new Text("機器の名前かアドレス。--ledger とともに指定すると台帳のその行。", "Names or addresses of computers; with --ledger, its rows of these names.").In(language),
        };
        Arguments.Add(_computers);
        _ledger = Of<string>("--ledger", "FILE", new("台帳（CSV）。名前を省くと全機器を調べる（接触不可を除く）。", "The ledger (CSV); without names all its computers (but those that must not be contacted)."));
        _namespace = Of<string>("--namespace", "NS", new("--query の名前空間（既定: root/cimv2）。", "Namespace of --query (default: root/cimv2)."));
        _namespace.DefaultValueFactory = _ => "root/cimv2";
        _query = Of<string>("--query", "WQL", new(
            "最後に問い合わせ、インスタンスをJSONで標準出力に書く。WQLまたはクラス名。WS-Management であれば Windows 以外にも使える。",
            "Asked at the end; writes the instances to standard output as JSON. WQL, or the name of a class. Works with any WS-Management service, not only Windows."));
        _json = Of<bool>("--json", null, new("すべての結果をJSONで標準出力に書く。", "Writes everything to standard output as JSON."));
        _connection = new ConnectionOptions(this, language);
        Validators.Add(SomeTarget);
        SetAction((parsed, cancel) => new ProbeAction(terminal, language).RunAsync(Bind(parsed), cancel));
    }

    public IReadOnlyList<HelpSection> More =>
    [
        new(new Text("例", "Examples").In(_language),
        [
            new("medhardening probe PC-01 PC-02 --username 'HOSPITAL\\auditor'"),
            new("medhardening probe --ledger ledger.csv --use-ssl --json"),
            new("medhardening probe SV01 --username auditor --query \"SELECT * FROM Win32_Service WHERE State = 'Running'\""),
        ]),
    ];

    private ProbeArguments Bind(ParseResult parsed) => new()
    {
        Computers = parsed.GetValue(_computers) ?? [],
        Ledger = parsed.GetValue(_ledger),
        Namespace = parsed.GetRequiredValue(_namespace),
        Query = parsed.GetValue(_query),
        Json = parsed.GetValue(_json),
        Connection = _connection.Bind(parsed),
    };

    private void SomeTarget(CommandResult result)
    {
        string[] names = result.GetValue(_computers) ?? [];
        if (names.Length == 0 && result.GetResult(_ledger) is null)
            result.AddError(new Text("機器の名前か --ledger を指定してください。", "Give the name of a computer, or --ledger.").In(_language));
        foreach (string name in names.Where(n => !HostName.IsAddress(n)).Select(n => Printable.Cut(n, LongestShown)))
            result.AddError(new Text("機器の名前でもアドレスでもありません: " + name, "Neither the name of a computer nor an address: " + name).In(_language));
        if (result.GetResult(_namespace) is { Implicit: false } && result.GetResult(_query) is null)
            result.AddError(new Text("--namespace は --query とともに指定します。", "--namespace goes with --query.").In(_language));
    }

    private Option<T> Of<T>(string name, string? helpName, Text description)
    {
        Option<T> option = new(name) { HelpName = helpName, Description = description.In(_language) };
        Options.Add(option);
        return option;
    }
}
