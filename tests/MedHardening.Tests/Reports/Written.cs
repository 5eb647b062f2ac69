using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Text;
using MedHardening.Checklist;
using MedHardening.Reports;
using Xunit;

namespace MedHardening.Tests.Reports;

/// <summary>Reports as text, and the golden files to hold them against.</summary>
internal static class Written
{
    public static byte[] Bytes(IReport report, ChecklistStatus status)
    {
        using var stream = new MemoryStream();
        report.Write(status, stream);
        return stream.ToArray();
    }

    /// <summary>With a byte order mark as U+FEFF, where the format has one.</summary>
    public static string Text(IReport report, ChecklistStatus status) => new UTF8Encoding(false, true).GetString(Bytes(report, status));

    /// <summary>
    /// Compares with a file of the folder Expected, in which {version} stands for the version of the tool. What was
    /// written is left beside the test assembly, so that a difference can be looked at and taken over.
    /// </summary>
    public static void IsExpected(string file, string actual)
    {
        string unversioned = actual.Replace(Tool.Version, "{version}");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(typeof(Written).Assembly.Location)!, "actual-" + file), unversioned, new UTF8Encoding(false));
        string[] expected = new UTF8Encoding(false).GetString(File.ReadAllBytes(Path.Combine(Folder(), "Expected", file))).Split('\n');
        Assert.Equal(expected.AsEnumerable(), unversioned.Split('\n'));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
