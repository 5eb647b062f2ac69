using System.Runtime.CompilerServices;

namespace MedHardening.Tests.Baselines;

/// <summary>Files of the repository that tests hold against the code.</summary>
internal static class RepositoryFiles
{
    public static string Path(string relative) =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(ThisFile())!, "../../..", relative));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
