using System;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli.Connections;

/// <summary>Gets a password from standard input or, without echo, from the person. It is never taken from elsewhere.</summary>
internal sealed class PasswordPrompt(bool fromStdin, Terminal terminal, Language language)
{
    /// <summary>The account that the arguments name, or the certificate that proves one.</summary>
    /// <exception cref="UsageException">There is nobody to ask, nothing was given, or there is no such certificate that could be used.</exception>
    public async Task<Account> AccountAsync(ConnectionArguments arguments, CancellationToken cancel) =>
        new(await CredentialAsync(arguments.UserName, cancel), await CertificateAsync(arguments.Tls, cancel));

    /// <summary>Null where no user is named.</summary>
    /// <exception cref="UsageException">There is nobody to ask, or nothing was given.</exception>
    public async Task<NetworkCredential?> CredentialAsync(string? userName, CancellationToken cancel)
    {
        if (userName is null)
            return null;
        string password = await PasswordAsync(userName, cancel);
        int domain = userName.IndexOf('\\', StringComparison.Ordinal);
        return domain < 0
            ? new NetworkCredential(userName, password)
            : new NetworkCredential(userName[(domain + 1)..], password, userName[..domain]);
    }

    // The password of a file is asked for only when it has one.
    private async Task<X509Certificate2?> CertificateAsync(TlsArguments tls, CancellationToken cancel)
    {
        try
        {
            if (tls.Thumbprint is not null)
                return ClientCertificates.FromStore(tls.Thumbprint);
            return tls.File is { } file ? await OpenAsync(file, cancel) : null;
        }
        catch (ClientCertificateException e)
        {
            throw new UsageException(e.Text);
        }
    }

    private async Task<X509Certificate2> OpenAsync(string file, CancellationToken cancel)
    {
        string? password = fromStdin ? await PasswordAsync(file, cancel) : null;
        try
        {
            return ClientCertificates.FromFile(file, password);
        }
        catch (ClientCertificateException e) when (e.IsAboutPassword && !fromStdin)
        {
            return ClientCertificates.FromFile(file, await PasswordAsync(file, cancel));
        }
    }

    private async Task<string> PasswordAsync(string of, CancellationToken cancel)
    {
        if (!fromStdin && !(terminal.InputIsTerminal && terminal.ErrorIsTerminal))
            throw new UsageException(new(
                "パスワードを尋ねる画面がありません。--password-stdin を使ってください。",
                "There is no terminal to ask for the password; use --password-stdin."));
        // Reading the console cannot be cancelled: it is left behind, so that Ctrl+C ends the program all the same.
        string? password = await Task.Run(() => fromStdin ? terminal.Input.ReadLine() : Ask(of), cancel).WaitAsync(cancel);
        return string.IsNullOrEmpty(password) ? throw new UsageException(new("パスワードが空です。", "The password is empty.")) : password;
    }

    private string Ask(string of)
    {
        terminal.Error.Write(new Text(of + " のパスワード: ", "Password of " + of + ": ").In(language));
        StringBuilder typed = new();
        for (ConsoleKeyInfo key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }
        terminal.Error.WriteLine();
        return typed.ToString();
    }
}
