using MedHardening.Reports;
using MedHardening.Reports.Html;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Reports;

public class GoldenReportTests
{
    [Fact]
    public void Json_is_as_expected() => Written.IsExpected("status.json", Written.Text(new JsonReport(), ReportSample.Status));

    [Fact]
    public void Csv_is_as_expected() => Written.IsExpected("status.csv", Written.Text(new CsvReport(), ReportSample.Status));

    [Fact]
    public void Csv_in_English_is_as_expected() =>
        Written.IsExpected("status.en.csv", Written.Text(new CsvReport(Language.English), ReportSample.Status));

    [Fact]
    public void Html_is_as_expected() => Written.IsExpected("status.html", WithoutAssets(new HtmlReport()));

    [Fact]
    public void Html_in_English_is_as_expected() => Written.IsExpected("status.en.html", WithoutAssets(new HtmlReport(Language.English)));

    /// <summary>The style sheet and the script are files of their own; a change in them is no change of the report.</summary>
    private static string WithoutAssets(HtmlReport report) => Written.Text(report, ReportSample.Status)
        .Replace(Assets.Style, "{style}").Replace(Assets.Filter, "{script}").Replace(HtmlText.Encode(Assets.Policy), "{policy}");
}
