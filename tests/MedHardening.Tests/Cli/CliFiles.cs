using System;
using System.IO;

namespace MedHardening.Tests.Cli;

/// <summary>A folder of files for one test, gone with it.</summary>
internal sealed class CliFiles : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medhardening-");

    public string Folder => _folder.FullName;

    /// <summary>A baseline that says nothing: every check has its default settings.</summary>
    public string Baseline => Write("baseline.yaml", """
        schema: medhardening/baseline/1
        name: test
        profile: mhlw-r7

        """);

    public void Dispose() => _folder.Delete(recursive: true);

    public string At(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }
}
