using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using Xunit;

namespace MedHardening.Tests;

/// <summary>Arrows point one way: each folder of the engine names only the folders that it may know.</summary>
public class ArchitectureTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../.."));

    [Theory]
    [InlineData("src/MedHardening/Cim", "Checks", "Checklist", "Baselines", "Fleet", "Reports")]
    [InlineData("src/MedHardening/Checks", "Cim.WsMan", "Cim.Mi", "Reports")]
    [InlineData("src/MedHardening/Services", "Cim.WsMan", "Cim.Mi", "Checks", "Reports")]
    [InlineData("src/MedHardening/Changes", "Cim.WsMan", "Cim.Mi", "Domains")]
    [InlineData("src/MedHardening/Checklist", "Cim.WsMan", "Cim.Mi", "Reports")]
    [InlineData("src/MedHardening/Baselines", "Cim.WsMan", "Cim.Mi", "Reports")]
    public void A_folder_does_not_know_what_is_above_it(string folder, params string[] forbidden)
    {
        string[] offences = Sources(folder)
            .SelectMany(file => forbidden
                .Where(f => File.ReadLines(file).Any(line => line.StartsWith("using MedHardening." + f, StringComparison.Ordinal)))
                .Select(f => Path.GetRelativePath(s_root, file) + " uses " + f))
            .ToArray();
        Assert.Empty(offences);
    }

    [Fact]
    public void The_engine_knows_no_PowerShell() =>
        Assert.DoesNotContain(Sources("src/MedHardening"), f => File.ReadAllText(f).Contains("System.Management.Automation", StringComparison.Ordinal));

    [Fact]
    public void The_simulator_shares_no_code_with_the_engine() =>
        Assert.DoesNotContain(
            "MedHardening.csproj",
            File.ReadAllText(Path.Combine(s_root, "src/MedHardening.Simulator/MedHardening.Simulator.csproj")),
            StringComparison.Ordinal);

    [Fact]
    public void No_source_file_is_longer_than_250_lines() =>
        Assert.Empty(Sources("src").Where(f => File.ReadLines(f).Count() > 250).Select(f => Path.GetRelativePath(s_root, f)));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(s_root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)
                && !f.Contains("\\obj\\", StringComparison.Ordinal) && !f.Contains("\\bin\\", StringComparison.Ordinal));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
