using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using MedHardening.Cli.Help;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli.Simulate;

/// <summary><c>medhardening simulate</c>: its options. <see cref="SimulateAction"/> does the work.</summary>
internal sealed class SimulateCommand : Command, IDocumented
{
    private const int MostHosts = 20_000;

    private readonly Language _language;
    private readonly Option<int> _hosts;
    private readonly Option<IPEndPoint> _listen;
    private readonly Option<string> _ledger;
    private readonly Option<string> _folder;
    private readonly Option<string> _userName;
    private readonly Option<bool> _passwordStdin;

    public SimulateCommand(Language language, Terminal terminal)
        : base("simulate", new Text(
            "架空の病院の機器を、Ctrl+C を押すまでこの計算機の中で動かす。試験や研修に使う。",
            "Runs the computers of a made-up hospital inside this one until Ctrl+C, for tests and training.").In(language))
    {
        _language = language;
        _hosts = Add(new Option<int>("--hosts"), "N", new("台数（既定: 20）。", "How many computers (default: 20)."));
        _hosts.CustomParser = Values.Integer(_hosts.Name, 1, MostHosts, language);
        _hosts.DefaultValueFactory = _ => 20;
        _listen = Add(new Option<IPEndPoint>("--listen"), "IP:PORT", new(
            "待ち受ける場所（既定: 127.0.0.1:5985）。0.0.0.0 では1台ごとに別のループバックアドレスになる。外からの接続は受け付けない。",
            "Where to listen (default: 127.0.0.1:5985). 0.0.0.0 gives each computer a loopback address of its own. Connections from outside are refused."));
        _listen.CustomParser = Endpoint;
        _listen.DefaultValueFactory = _ => new IPEndPoint(IPAddress.Loopback, 5985);
        _ledger = Add(new Option<string>("--ledger") { Required = true }, "FILE", new("この台帳（CSV）に機器の一覧を書き出す。", "Writes the computers into this ledger (CSV)."));
        _folder = Add(new Option<string>("--hosts-dir"), "DIR", new(
            "自作のホストファイル（YAML）のフォルダー（既定: 内蔵の架空の病院）。",
            "Folder of host files (YAML) of your own (default: the made-up hospital inside)."));
        _userName = Add(new Option<string>("--username"), "USER", new(
            "受け付ける利用者名（既定: 試験用の利用者を作って表示する）。",
            "Account to accept (default: one for this run is made and shown)."));
        _passwordStdin = Add(new Option<bool>("--password-stdin"), null, new(
            "標準入力の1行目を、その利用者のパスワードとする。", "Takes the first line of standard input as its password."));
        Validators.Add(Together);
        SetAction((parsed, cancel) => new SimulateAction(terminal, language).RunAsync(
            new SimulateArguments(
                parsed.GetValue(_hosts),
                parsed.GetRequiredValue(_listen),
                parsed.GetRequiredValue(_ledger),
                parsed.GetValue(_folder),
                parsed.GetValue(_userName)),
            cancel));
    }

    public IReadOnlyList<HelpSection> More =>
    [
        new(new Text("例", "Examples").In(_language), [new("medhardening simulate --hosts 100 --ledger ledger.csv")]),
    ];

    private void Together(CommandResult result)
    {
        if (result.GetResult(_passwordStdin) is null != result.GetResult(_userName) is null)
            result.AddError(new Text("--username と --password-stdin は組で指定してください。", "--username and --password-stdin go together.").In(_language));
    }

    private IPEndPoint Endpoint(ArgumentResult argument)
    {
        string typed = argument.Tokens[0].Value;
        if (typed.Contains(':', System.StringComparison.Ordinal) && IPEndPoint.TryParse(typed, out IPEndPoint? endpoint)
            && (IPAddress.IsLoopback(endpoint.Address) || endpoint.Address.Equals(IPAddress.Any)))
            return endpoint;
        argument.AddError(new Text(
            "--listen には 127.0.0.1:5985 または 0.0.0.0:5985 のように指定してください: " + typed,
            "--listen takes 127.0.0.1:5985, 0.0.0.0:5985 or the like: " + typed).In(_language));
        return new IPEndPoint(IPAddress.Loopback, 0);
    }

    private T Add<T>(T option, string? helpName, Text description)
        where T : Option
    {
        option.HelpName = helpName;
        option.Description = description.In(_language);
        Options.Add(option);
        return option;
    }
}
