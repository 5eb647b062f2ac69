using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace MedHardening.Tests.PowerShell;

/// <summary>What the manifest promises is what the assembly holds; told by metadata, without a PowerShell.</summary>
public class ManifestTests
{
    private static readonly string s_root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));
    private static readonly string s_manifest = File.ReadAllText(Path.Combine(s_root, "MedHardening.psd1"));

    [Fact]
    public void Every_cmdlet_class_is_exported_and_every_export_is_a_cmdlet_class() =>
        Assert.Equal(Cmdlets.All.Select(Cmdlets.Name).Order(), Listed("CmdletsToExport").Order());

    [Fact]
    public void The_assemblies_it_names_are_in_the_module_after_a_build() =>
        Assert.All(
            [.. Listed("NestedModules"), Regex.Match(s_manifest, @"RootModule\s*=\s*'([^']+)'").Groups[1].Value],
            file => Assert.True(File.Exists(Path.Combine(s_root, file)), file));

    [Fact]
    public void The_version_is_that_of_the_assembly()
    {
        string version = Regex.Match(s_manifest, @"ModuleVersion\s*=\s*'([^']+)'").Groups[1].Value;
        Assert.Equal(Version.Parse(version), new Version(Cmdlets.Assembly.GetName().Version!.ToString(3)));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public void The_engine_of_each_edition_is_in_the_module_with_its_packages(string edition) =>
        Assert.All(
            ["MedHardening.dll", "Newtonsoft.Json.dll", "YamlDotNet.dll"],
            (string file) => Assert.True(File.Exists(Path.Combine(s_root, "bin", edition, file)), file));

    [Theory]
    [InlineData("System.Management.Automation")]
    [InlineData("Microsoft.Management.Infrastructure")]
    public void What_PowerShell_has_itself_is_not_shipped(string assembly) =>
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(s_root, "bin"), assembly + "*.dll", SearchOption.AllDirectories));

    [Fact]
    public void Every_method_of_the_cmdlets_fits_the_engine_of_PowerShell_7()
    {
        // Compiled against the netstandard2.0 engine, run with the net8.0 one, which is the one that is loaded here.
        foreach (Type type in Cmdlets.Assembly.GetTypes().Where(t => !t.ContainsGenericParameters && !t.IsSubclassOf(typeof(Delegate))))
        {
            MethodBase[] methods = [.. type.GetMethods(Own), .. type.GetConstructors(Own)];
            foreach (MethodBase method in methods.Where(m => !m.IsAbstract && !m.ContainsGenericParameters))
                RuntimeHelpers.PrepareMethod(method.MethodHandle);
        }
    }

    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance
        | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static string[] Listed(string key) =>
        Regex.Matches(Regex.Match(s_manifest, key + @"\s*=\s*@\(([^)]*)\)").Groups[1].Value, "'([^']+)'")
            .Select(m => m.Groups[1].Value)
            .ToArray();

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
