using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Linq;

namespace MedHardening.Cli.Connections;

/// <summary>What HTTPS adds: which certificates of the computers are good, and the certificate that proves the account.</summary>
internal sealed class TlsOptions
{
    private readonly Command _command;
    private readonly Language _language;
    private readonly Option<bool> _useSsl;
    private readonly Option<string> _userName;
    private readonly Option<string> _authentication;
    private readonly Option<string> _caCertificate;
    private readonly Option<bool> _skipCheck;
    private readonly Option<string> _file;
    private readonly Option<string> _thumbprint;

    public TlsOptions(Command command, Language language, Option<bool> useSsl, Option<string> userName, Option<string> authentication)
    {
        _command = command;
        _language = language;
        _useSsl = useSsl;
        _userName = userName;
        _authentication = authentication;
        _caCertificate = Add(new Option<string>("--ca-certificate"), "FILE", new(
            "対象機器の証明書を発行した認証局の証明書（PEMまたはDER）。",
            "Certificate (PEM or DER) of the authority that issued the computers' certificates."));
        _skipCheck = Add(new Option<bool>("--skip-certificate-check"), null, new(
            "対象機器の証明書を確かめない。なりすましを見抜けないので、試験のときだけ使う。報告書にも載る。",
            "Takes any certificate of the computers. An impostor goes unnoticed: for tests only. The reports say so."));
        _file = Add(new Option<string>("--certificate-file"), "FILE", new(
            "利用者名の代わりに、この証明書（秘密鍵を含むPFXまたはPEM）で認証する。パスワードは画面で尋ねるか、--password-stdin で渡す。",
            "Proves the account by this certificate with its key (PFX or PEM) instead of a user name. Its password is asked for, or comes by --password-stdin."));
        _thumbprint = Add(new Option<string>("--certificate-thumbprint"), "HEX", new(
            "同じく、証明書ストア（個人）の、この拇印の証明書で認証する。",
            "The same by the certificate of this thumbprint in the certificate store (My)."));
        command.Validators.Add(Together);
    }

    public bool HasCertificateFile(CommandResult result) => result.GetResult(_file) is not null;

    public TlsArguments Bind(ParseResult parsed) => new(
        parsed.GetValue(_caCertificate), parsed.GetValue(_skipCheck), parsed.GetValue(_file), parsed.GetValue(_thumbprint));

    private void Together(CommandResult result)
    {
        if (result.GetResult(_useSsl) is null)
        {
            foreach (Option option in new Option[] { _caCertificate, _skipCheck, _file, _thumbprint }.Where(o => result.GetResult(o) is not null))
                result.AddError(new Text(option.Name + " には --use-ssl が必要です。", option.Name + " needs --use-ssl.").In(_language));
        }
        Apart(result, _caCertificate, _skipCheck);
        foreach (Option other in new Option[] { _thumbprint, _userName, _authentication })
            Apart(result, _file, other);
        Apart(result, _thumbprint, _userName);
        Apart(result, _thumbprint, _authentication);
        if (result.GetResult(_skipCheck) is not null && "basic".Equals(result.GetValue(_authentication), StringComparison.OrdinalIgnoreCase))
        {
            result.AddError(new Text(
                "--skip-certificate-check と basic は併用できません。パスワードがなりすました機器に渡ります。",
                "--skip-certificate-check does not go with basic: an impostor would get the password.").In(_language));
        }
    }

    private void Apart(CommandResult result, Option one, Option other)
    {
        if (result.GetResult(one) is not null && result.GetResult(other) is not null)
            result.AddError(new Text(one.Name + " と " + other.Name + " は併用できません。", one.Name + " does not go with " + other.Name + ".").In(_language));
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

/// <summary>What the person said of HTTPS. Holds no password.</summary>
/// <param name="Authority">File of the certificate authority.</param>
/// <param name="SkipCheck">Any certificate of the computers is good.</param>
/// <param name="File">File of the client certificate.</param>
/// <param name="Thumbprint">Of the client certificate in the store.</param>
internal sealed record TlsArguments(string? Authority = null, bool SkipCheck = false, string? File = null, string? Thumbprint = null);
