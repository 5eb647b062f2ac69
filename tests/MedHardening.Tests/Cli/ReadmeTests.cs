using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using MedHardening.Cli;
using Xunit;

namespace MedHardening.Tests.Cli;

/// <summary>What the README tells people to type is understood.</summary>
public class ReadmeTests
{
    private const string Prefix = "dotnet run --project src/MedHardening.Cli -- ";

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_of_the_README_is_a_command(string command)
    {
        string[] args = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        ParseResult parsed = new MedHardeningCommand(Language.English, Screens.Pipe()).Parse(args);

        Assert.Empty(Refusal.Of(parsed));
    }

    [Fact]
    public void The_README_shows_every_command() => Assert.Equal(
        ["answers", "checklist", "computers", "demo", "new", "probe", "services", "simulate", "status", "validate"],
        Texts().Select(c => c.Split(' ')[0]).Distinct().Order());

    public static IEnumerable<object[]> Commands() => Texts().Distinct().Select(c => new object[] { c });

    private static IEnumerable<string> Texts() => File
        .ReadAllText(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../README.md"))
        .ReplaceLineEndings("\n")
        .Replace("\\\n", " ", StringComparison.Ordinal)
        .Split('\n', '`')
        .Select(line => line.Trim())
        .Where(line => line.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(line => line[Prefix.Length..]);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
