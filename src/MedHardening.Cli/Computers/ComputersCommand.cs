using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using MedHardening.Cli.Connections;
using MedHardening.Cli.Help;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli.Computers;

/// <summary><c>medhardening computers</c>: its options and what they must be together. <see cref="ComputersAction"/> does the work.</summary>
internal sealed class ComputersCommand : Command, IDocumented
{
    private const int LongestDays = 3650;

    private readonly Language _language;
    private readonly Option<string> _ledger;
    private readonly Option<string> _searchBase;
    private readonly Option<string> _filter;
    private readonly Option<int> _staleDays;
    private readonly Option<string> _propose;
    private readonly Option<bool> _json;
    private readonly Option<string> _userName;
    private readonly Option<bool> _passwordStdin;
    private readonly DomainOptions _domains;

    public ComputersCommand(Language language, Terminal terminal)
        : base("computers", new Text(
            "台帳とドメインのコンピューターを突き合わせる（2-①）。",
            "Compares the computers of the ledger with those of the domain (2-①).").In(language))
    {
        _language = language;
        _ledger = Of(new Option<string>("--ledger"), "FILE", new("台帳（CSV）。", "The ledger (CSV)."));
        _domains = new DomainOptions(this, language);
        _searchBase = Of(new Option<string>("--search-base"), "DN", new(
            "この識別名の下だけを調べる。例 OU=Wards,DC=hospital,DC=local", "Searches below this distinguished name only, such as OU=Wards,DC=hospital,DC=local."));
        _filter = Of(new Option<string>("--filter"), "LDAP", new(
            "このLDAPフィルターに合うものだけ。例 (operatingSystem=*Server*)", "Only accounts that match this LDAP filter, such as (operatingSystem=*Server*)."));
        _staleDays = Of(new Option<int>("--stale-days"), "DAYS", new(
            "これを超えてサインインのないものを「長期未使用」とする（既定: 90）。記録の遅れ14日を差し引いて判断する。",
            "Without a sign-in for longer than this a computer is stale (default: 90), beyond the 14 days by which the directory's record may lag."));
        _staleDays.CustomParser = Values.Integer(_staleDays.Name, 1, LongestDays, language);
        _staleDays.DefaultValueFactory = _ => 90;
        _propose = Of(new Option<string>("--propose-ledger"), "FILE", new(
            "足りない行と空欄を補った台帳の案（CSV）を新しいファイルに書く。", "Writes the ledger with missing lines and cells filled in (CSV) into a new file, for you to look through."));
        _json = Of(new Option<bool>("--json"), null, new("表の代わりにJSONを標準出力に書く。", "Writes JSON to standard output instead of the table."));
        _userName = Of(new Option<string>("--username"), "USER", new(
            "ドメインの利用者名。パスワードは画面で尋ねるか、--password-stdin で渡す。", "Account of the domain. Its password is asked for, or comes by --password-stdin."));
        _passwordStdin = Of(new Option<bool>("--password-stdin"), null, new("標準入力の1行目をパスワードとする。", "Takes the first line of standard input as the password."));
        Validators.Add(Together);
        SetAction((parsed, cancel) => new ComputersAction(terminal, language).RunAsync(Bind(parsed), cancel));
    }

    public IReadOnlyList<HelpSection> More =>
    [
        new(new Text("例", "Examples").In(_language),
        [
            new("medhardening computers --domain hospital.local --ledger ledger.csv"),
            new("medhardening computers --domain hospital.local --propose-ledger ledger-new.csv"),
        ]),
    ];

    private ComputersArguments Bind(ParseResult parsed) => new()
    {
        Ledger = parsed.GetValue(_ledger),
        SearchBase = parsed.GetValue(_searchBase),
        Filter = parsed.GetValue(_filter),
        StaleDays = parsed.GetValue(_staleDays),
        Propose = parsed.GetValue(_propose),
        Json = parsed.GetValue(_json),
        Domains = _domains.Bind(parsed),
        Connection = new ConnectionArguments
        {
            UserName = parsed.GetValue(_userName),
            PasswordStdin = parsed.GetValue(_passwordStdin),
            ConnectionTimeout = System.TimeSpan.FromSeconds(10),
            OperationTimeout = System.TimeSpan.FromSeconds(60),
        },
    };

    private void Together(CommandResult result)
    {
        if (!_domains.IsGiven(result) && result.GetResult(_ledger) is null)
            result.AddError(new Text("--domain か --ledger を指定してください。", "Give --domain, --ledger or both.").In(_language));
        foreach (Option option in new Option[] { _searchBase, _filter, _userName })
        {
            if (result.GetResult(option) is not null && !_domains.IsGiven(result))
                result.AddError(new Text(option.Name + " には --domain が必要です。", option.Name + " needs --domain.").In(_language));
        }
        if (result.GetResult(_passwordStdin) is not null && result.GetResult(_userName) is null)
            result.AddError(new Text("--password-stdin には --username が必要です。", "--password-stdin needs --username.").In(_language));
    }

    private T Of<T>(T option, string? helpName, Text description)
        where T : Option
    {
        option.HelpName = helpName;
        option.Description = description.In(_language);
        Options.Add(option);
        return option;
    }
}

/// <summary>What the person asked <c>computers</c> for. Holds no password.</summary>
internal sealed record ComputersArguments
{
    public string? Ledger { get; init; }

    public string? SearchBase { get; init; }

    public string? Filter { get; init; }

    public int StaleDays { get; init; }

    /// <summary>File to write the proposed ledger into.</summary>
    public string? Propose { get; init; }

    public bool Json { get; init; }

    public required DomainArguments Domains { get; init; }

    public required ConnectionArguments Connection { get; init; }
}
