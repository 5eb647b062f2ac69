using System;
using System.Net;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli.Connections;

/// <summary>Gets a password from standard input or, without echo, from the person. It is never taken from elsewhere.</summary>
internal static class PasswordPrompt
{
    /// <exception cref="UsageException">There is nobody to ask, or nothing was given.</exception>
    public static async Task<NetworkCredential?> CredentialAsync(
        string? userName, bool fromStdin, Terminal terminal, Language language, CancellationToken cancel)
    {
        if (userName is null)
            return null;
        if (!fromStdin && !(terminal.InputIsTerminal && terminal.ErrorIsTerminal))
            throw new UsageException(new(
                "パスワードを尋ねる画面がありません。--password-stdin を使ってください。",
                "There is no terminal to ask for the password; use --password-stdin."));
        // Reading the console cannot be cancelled: it is left behind, so that Ctrl+C ends the program all the same.
        string? password = await Task
            .Run(() => fromStdin ? terminal.Input.ReadLine() : Ask(userName, terminal, language), cancel)
            .WaitAsync(cancel);
        if (string.IsNullOrEmpty(password))
            throw new UsageException(new("パスワードが空です。", "The password is empty."));
        int domain = userName.IndexOf('\\', StringComparison.Ordinal);
        return domain < 0
            ? new NetworkCredential(userName, password)
            : new NetworkCredential(userName[(domain + 1)..], password, userName[..domain]);
    }

    private static string Ask(string userName, Terminal terminal, Language language)
    {
        terminal.Error.Write(new Text(userName + " のパスワード: ", "Password of " + userName + ": ").In(language));
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
