using System;
using System.IO;
using System.Text;
using MedHardening.Reports.Html;
using MedHardening.Services;
using Xunit;

namespace MedHardening.Tests.Reports.Html;

public class ServiceDifferenceReportTests
{
    private static readonly ServiceDifference s_rogue = new(
        "PC-01", BaselineSection.Services, "<script>alert(1)</script>", ServiceChange.Added, null, "C:\\Users\\Public\\\u202Egnp.exe")
    {
        Severity = DifferenceSeverity.High,
        Marks = [SuspiciousMark.WritableFolder],
    };

    private static readonly ServiceDifference s_moved = new(
        "PC-02", BaselineSection.Services, "Spooler", ServiceChange.PathChanged, @"C:\before.exe", @"C:\after.exe")
    {
        DisplayName = "Print Spooler",
        Severity = DifferenceSeverity.Low,
        ExplainedBy = ["KB5000002"],
    };

    [Fact]
    public void What_a_host_says_is_never_markup()
    {
        string page = Written(Language.Japanese, s_rogue);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', page);
        Assert.Contains("default-src &#39;none&#39;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void It_shows_before_and_after_why_and_what_was_not_compared_in_Japanese()
    {
        string page = Written(Language.Japanese, s_rogue, s_moved);
        Assert.Contains("<html lang=\"ja\">", page, StringComparison.Ordinal);
        Assert.All(
            ["変更前", @"C:\before.exe", @"C:\after.exe", "Print Spooler", "KB5000002", "一般の利用者が書き込めるフォルダーにある", "実行ファイルの変更", "PC-09: 応答なし", "2026-11-01"],
            text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.True(page.IndexOf("alert(1)", StringComparison.Ordinal) < page.IndexOf("Spooler", StringComparison.Ordinal), "the worst comes first");
    }

    [Fact]
    public void In_English_no_Japanese_of_ours_is_left()
    {
        string page = Written(Language.English, s_rogue, s_moved);
        Assert.Contains("Before", page, StringComparison.Ordinal);
        Assert.DoesNotContain("変更", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_difference_it_says_so() =>
        Assert.Contains("基準との差分はありません", Written(Language.Japanese), StringComparison.Ordinal);

    private static string Written(Language language, params ServiceDifference[] differences)
    {
        ServiceComparison comparison = new("client.yaml", new DateTime(2026, 11, 1), 10, differences, [new("PC-09: 応答なし", "PC-09: no answer")]);
        using MemoryStream stream = new();
        new ServiceDifferenceReport(comparison, language).Write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
