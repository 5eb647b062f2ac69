using System;
using System.IO;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Reports;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Reports;

public sealed class ReportFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.csv")]
    [InlineData("報告.HTML")]
    public void The_ending_decides_the_format(string name)
    {
        string path = Path.Combine(_folder, name);
        ReportFile.Save(ReportSample.Status, path);
        Assert.Equal(Written.Bytes(ReportFormats.ForPath(path)!, ReportSample.Status), File.ReadAllBytes(path));
    }

    [Fact]
    public void An_old_report_is_replaced_as_a_whole()
    {
        string path = Path.Combine(_folder, "a.json");
        File.WriteAllText(path, new string('x', 1_000_000));
        ReportFile.Save(ReportSample.Status, path);
        Assert.Equal(Written.Bytes(new JsonReport(), ReportSample.Status), File.ReadAllBytes(path));
        Assert.Equal(["a.json"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void When_writing_breaks_off_the_old_report_stays_and_nothing_else()
    {
        string path = Path.Combine(_folder, "a.json");
        File.WriteAllText(path, "old");
        ReportNotWrittenException e = Assert.Throws<ReportNotWrittenException>(
            () => ReportFile.Save(new HalfReport(new IOException("disk full")), ReportSample.Status, path));
        Assert.Equal(path, e.Path);
        Assert.Contains("disk full", e.Text.En, StringComparison.Ordinal);
        Assert.Contains(path, e.Text.Ja, StringComparison.Ordinal);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal(["a.json"], Directory.GetFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void A_defect_of_a_writer_is_not_hidden_and_leaves_nothing_behind()
    {
        Assert.Throws<InvalidOperationException>(() => ReportFile.Save(
            new HalfReport(new InvalidOperationException()), ReportSample.Status, Path.Combine(_folder, "a.json")));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_said_so() =>
        Assert.Throws<ReportNotWrittenException>(() => ReportFile.Save(ReportSample.Status, Path.Combine(_folder, "no", "a.json")));

    [Fact]
    public void A_folder_of_that_name_is_not_replaced()
    {
        string path = Path.Combine(_folder, "a.json");
        Directory.CreateDirectory(path);
        Assert.Throws<ReportNotWrittenException>(() => ReportFile.Save(ReportSample.Status, path));
        Assert.True(Directory.Exists(path));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void An_ending_that_names_no_format_is_refused_with_those_that_do()
    {
        ReportNotWrittenException e = Assert.Throws<ReportNotWrittenException>(
            () => ReportFile.Save(ReportSample.Status, Path.Combine(_folder, "a.doc")));
        Assert.Contains(".html .csv .json", e.Text.En, StringComparison.Ordinal);
        Assert.Null(ReportFormats.ForPath("a.doc"));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    /// <summary>Breaks off in the middle, as a full disk does.</summary>
    private sealed class HalfReport(Exception exception) : IReport
    {
        public string Extension => ".json";

        public void Write(ChecklistStatus status, Stream stream)
        {
            stream.Write(new byte[100_000]);
            throw exception;
        }
    }
}
