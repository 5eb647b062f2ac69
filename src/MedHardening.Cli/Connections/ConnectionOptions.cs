using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using MedHardening.Cim;

namespace MedHardening.Cli.Connections;

/// <summary>How the computers are reached: account, port, encryption, patience. There is no option for a password.</summary>
internal sealed class ConnectionOptions
{
    private const int LongestSeconds = 3600;

    private readonly Language _language;
    private readonly Command _command;
    private readonly Option<string> _userName;
    private readonly Option<bool> _passwordStdin;
    private readonly Option<string> _authentication;
    private readonly Option<int> _port;
    private readonly Option<bool> _useSsl;
    private readonly Option<string> _spn;
    private readonly TlsOptions _tls;
    private readonly Option<int> _throttleLimit;
    private readonly Option<int> _connectionTimeout;
    private readonly Option<int> _operationTimeout;

    public ConnectionOptions(Command command, Language language)
    {
        _language = language;
        _command = command;
        _userName = Add(new Option<string>("--username"), "USER", new(
            "対象機器の利用者名。パスワードは画面で尋ねるか、--password-stdin で渡す。",
            "Account on the computers. Its password is asked for, or comes by --password-stdin."));
        _passwordStdin = Add(new Option<bool>("--password-stdin"), null, new(
            "標準入力の1行目をパスワードとする。引数や環境変数では渡せない。",
            "Takes the first line of standard input as the password. Arguments and environment variables cannot carry it."));
        _authentication = Add(new Option<string>("--authentication"), "negotiate|kerberos|ntlm|basic", new(
            "認証の方法（既定: 自機は basic、ほかは negotiate）。利用者名がなければ Kerberos のチケットを使う。",
            "How the account is proven (default: basic to this machine, negotiate to any other). Without an account, by the Kerberos ticket."));
        _authentication.AcceptOnlyFromAmong("negotiate", "kerberos", "ntlm", "basic");
        _port = Add(new Option<int>("--port"), "PORT", new(
            "TCPポート（既定: 台帳の値、なければ 5985、--use-ssl では 5986）。",
            "TCP port (default: the ledger's, else 5985, or 5986 with --use-ssl)."));
        _port.CustomParser = Values.Integer(_port.Name, 1, 65535, language);
        _spn = Add(new Option<string>("--spn"), "SPN", new(
            "Kerberosのサービス名。HTTP のように種類だけなら機器の名称を補い、HTTP/名前 なら全体とする（既定: WSMAN、なければ HTTP）。",
            "Kerberos service name: a class such as HTTP, to which each computer's name is added, or all of it, HTTP/name (default: WSMAN, else HTTP)."));
        _useSsl = Add(new Option<bool>("--use-ssl"), null, new("HTTPSで接続する。", "Connects by HTTPS."));
        _tls = new TlsOptions(command, language, _useSsl, _userName, _authentication);
        _throttleLimit = Seconds("--throttle-limit", "N", 32, 256, new("同時に測定する台数（既定: 32）。", "Computers measured at the same time (default: 32)."));
        _connectionTimeout = Seconds("--connection-timeout", "SEC", 10, LongestSeconds, new("接続を待つ秒数（既定: 10）。", "Seconds to wait for a connection (default: 10)."));
        _operationTimeout = Seconds("--operation-timeout", "SEC", 60, LongestSeconds, new("1回の応答を待つ秒数（既定: 60）。", "Seconds to wait for one answer (default: 60)."));
        command.Validators.Add(Together);
    }

    public ConnectionArguments Bind(ParseResult parsed) => new()
    {
        UserName = parsed.GetValue(_userName),
        PasswordStdin = parsed.GetValue(_passwordStdin),
        Authentication = Enum.TryParse(parsed.GetValue(_authentication), ignoreCase: true, out CimAuthentication way) ? way : CimAuthentication.Default,
        Port = parsed.GetResult(_port) is null ? null : parsed.GetValue(_port),
        UseSsl = parsed.GetValue(_useSsl),
        Spn = parsed.GetValue(_spn),
        Tls = _tls.Bind(parsed),
        ThrottleLimit = parsed.GetValue(_throttleLimit),
        ConnectionTimeout = TimeSpan.FromSeconds(parsed.GetValue(_connectionTimeout)),
        OperationTimeout = TimeSpan.FromSeconds(parsed.GetValue(_operationTimeout)),
    };

    private void Together(CommandResult result)
    {
        if (result.GetResult(_passwordStdin) is not null && result.GetResult(_userName) is null && !_tls.HasCertificateFile(result))
        {
            result.AddError(new Text(
                "--password-stdin には --username または --certificate-file が必要です。",
                "--password-stdin needs --username or --certificate-file.").In(_language));
        }
    }

    private Option<int> Seconds(string name, string helpName, int usual, int most, Text description)
    {
        Option<int> option = Add(new Option<int>(name), helpName, description);
        option.CustomParser = Values.Integer(name, 1, most, _language);
        option.DefaultValueFactory = _ => usual;
        return option;
    }

    private T Add<T>(T option, string? helpName, Text description)
        where T : Option
    {
        option.HelpName = helpName;
        option.Description = description.In(_language);
        _command.Options.Add(option);
        return option;
    }
}
