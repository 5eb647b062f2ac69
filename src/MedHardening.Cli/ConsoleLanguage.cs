using System;
using System.Collections.Generic;
using System.Globalization;

namespace MedHardening.Cli;

/// <summary>Which language the person at this console reads.</summary>
internal static class ConsoleLanguage
{
    public const string Option = "--lang";

    /// <summary>
    /// <c>--lang</c>, else the culture of the user interface, else the POSIX locale variables: .NET without ICU, as in small
    /// containers, has no culture but the invariant one and does not look at them.
    /// </summary>
    public static Language Of(IReadOnlyList<string> args, CultureInfo culture, Func<string, string?> variable) =>
        Asked(args) switch
        {
            "ja" => Language.Japanese,
            "en" => Language.English,
            _ => culture.Name.Length > 0 ? Languages.Of(culture) : OfLocale(variable),
        };

    /// <summary>The culture of the language, for the words of System.CommandLine; the present one where .NET has no cultures.</summary>
    public static CultureInfo Culture(Language language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language == Language.Japanese ? "ja" : "en");
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.CurrentUICulture;
        }
    }

    // Before the command line is parsed, since the help texts and messages of parsing need it.
    private static string? Asked(IReadOnlyList<string> args)
    {
        for (int i = 0; i < args.Count; i++)
        {
            if (args[i] == Option)
                return i + 1 < args.Count ? args[i + 1] : null;
            if (args[i].StartsWith(Option, StringComparison.Ordinal) && args[i].Length > Option.Length && args[i][Option.Length] is '=' or ':')
                return args[i][(Option.Length + 1)..];
        }
        return null;
    }

    // https://pubs.opengroup.org/onlinepubs/9699919799/basedefs/V1_chap08.html: LC_ALL before LC_MESSAGES before LANG.
    private static Language OfLocale(Func<string, string?> variable)
    {
        foreach (string name in new[] { "LC_ALL", "LC_MESSAGES", "LANG" })
        {
            if (variable(name) is { Length: > 0 } locale)
                return locale.StartsWith("ja", StringComparison.Ordinal) ? Language.Japanese : Language.English;
        }
        return Language.English;
    }
}
