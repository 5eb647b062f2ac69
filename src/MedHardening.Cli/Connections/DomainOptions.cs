using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli.Connections;

/// <summary>Which directory domains are asked, and how their controllers are reached.</summary>
internal sealed class DomainOptions
{
    private readonly Language _language;
    private readonly Option<string[]> _domain;
    private readonly Option<string> _server;
    private readonly Option<string> _authority;

    public DomainOptions(Command command, Language language)
    {
        _language = language;
        _domain = new Option<string[]>("--domain") { HelpName = "NAME", AllowMultipleArgumentsPerToken = true, Description = new Text(
            "このドメイン（DNS名）をLDAPで測定する。Windows以外では、切符（kinit）で署名・暗号化し、--username があればLDAPSを使う。",
            "Measures this domain (its DNS name) over LDAP: elsewhere than on Windows with a ticket (kinit), signed and sealed, or, with --username, by LDAPS.").In(language) };
        _server = new Option<string>("--ldap-server") { HelpName = "NAME", Description = new Text(
            "問い合わせるドメインコントローラーの名前（既定: ドメインの名前で見つかるもの）。",
            "Name of the domain controller to ask (default: one that answers for the domain's name).").In(language) };
        _authority = new Option<string>("--ldap-ca") { HelpName = "FILE", Description = new Text(
            "ドメインコントローラーの証明書を発行した認証局の証明書（PEM）。LDAPSで使う。",
            "Certificate (PEM) of the authority that issued the controllers' certificates, for LDAPS.").In(language) };
        foreach (Option option in new Option[] { _domain, _server, _authority })
            command.Options.Add(option);
        command.Validators.Add(Together);
    }

    public bool IsGiven(CommandResult result) => result.GetResult(_domain) is not null;

    public DomainArguments Bind(ParseResult parsed) => new(
        (parsed.GetValue(_domain) ?? []).Distinct(StringComparer.OrdinalIgnoreCase).ToArray(), parsed.GetValue(_server), parsed.GetValue(_authority));

    private void Together(CommandResult result)
    {
        string[] domains = result.GetValue(_domain) ?? [];
        foreach (string name in domains.Where(n => !HostName.IsName(n) || !n.Contains('.', StringComparison.Ordinal)))
            result.AddError(new Text("ドメインのDNS名ではありません: " + Printable.Cut(name, 60), "Not the DNS name of a domain: " + Printable.Cut(name, 60)).In(_language));
        if (result.GetValue(_server) is { } server && !HostName.IsAddress(server))
            result.AddError(new Text("サーバーの名前ではありません: " + Printable.Cut(server, 60), "Not the name of a server: " + Printable.Cut(server, 60)).In(_language));
        if (result.GetResult(_server) is not null && domains.Length != 1)
            result.AddError(new Text("--ldap-server は、--domain を一つだけ指定したときに使えます。", "--ldap-server goes with exactly one --domain.").In(_language));
        if (result.GetResult(_authority) is not null && domains.Length == 0)
            result.AddError(new Text("--ldap-ca には --domain が必要です。", "--ldap-ca needs --domain.").In(_language));
    }
}

/// <summary>What the person said of domains.</summary>
/// <param name="Authority">File of the certificate authority.</param>
internal sealed record DomainArguments(IReadOnlyList<string> Names, string? Server, string? Authority);
