using System;

namespace MedHardening.Services;

/// <summary>Takes command lines apart, as Windows starts them: https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createprocessw</summary>
internal static class CommandLines
{
    private const string Exe = ".exe";

    /// <summary>
    /// Program and arguments. Without quotation marks the program ends after the first <c>.exe</c> that a blank follows, else at the
    /// first blank.
    /// </summary>
    public static (string Program, string Arguments) Split(string commandLine)
    {
        string text = commandLine.Trim();
        if (text.Length > 0 && text[0] == '"')
        {
            int close = text.IndexOf('"', 1);
            return close < 0 ? (text.Substring(1), "") : (text.Substring(1, close - 1), text.Substring(close + 1).Trim());
        }
        int end = EndOfProgram(text);
        return (text.Substring(0, end), text.Substring(end).Trim());
    }

    /// <summary>Whether a program is named with blanks and without quotation marks.</summary>
    public static bool IsUnquoted(string commandLine)
    {
        string text = commandLine.Trim();
        return text.Length > 0 && text[0] != '"' && text.IndexOf(' ', 0, EndOfProgram(text)) >= 0;
    }

    private static int EndOfProgram(string text)
    {
        for (int at = text.IndexOf(Exe, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(Exe, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            int end = at + Exe.Length;
            if (end == text.Length || text[end] == ' ')
                return end;
        }
        int blank = text.IndexOf(' ');
        return blank < 0 ? text.Length : blank;
    }
}
