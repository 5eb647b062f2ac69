using System;
using System.IO;
using MedHardening.Cli;
using MedHardening.Cli.Results;
using MedHardening.Reports;
using Xunit;

namespace MedHardening.Tests.Cli.Results;

public sealed class ReportDestinationsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medhardening-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_place_that_can_be_written_passes_and_nothing_is_left_behind()
    {
        ReportDestinations.Check([At("a.html"), At("b.json")]);

        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void A_report_that_is_there_already_is_untouched()
    {
        File.WriteAllText(At("a.html"), "old");

        ReportDestinations.Check([At("a.html")]);

        Assert.Equal("old", File.ReadAllText(At("a.html")));
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_found_out_before_measuring()
    {
        ReportNotWrittenException fault = Assert.Throws<ReportNotWrittenException>(
            () => ReportDestinations.Check([At("gone/a.html")]));

        Assert.Contains("nothing was measured", fault.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_the_place_of_the_report_is_found_out_before_measuring()
    {
        _folder.CreateSubdirectory("a.html");

        Assert.Throws<ReportNotWrittenException>(() => ReportDestinations.Check([At("a.html")]));
    }

    [Fact]
    public void An_unknown_extension_is_a_usage_error_that_names_the_known_ones()
    {
        UsageException fault = Assert.Throws<UsageException>(() => ReportDestinations.Check([At("a.docx")]));

        Assert.Contains(".html", fault.Text.En, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_report_twice_is_a_usage_error() =>
        Assert.Throws<UsageException>(() => ReportDestinations.Check([At("a.html"), At("./a.html")]));

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
