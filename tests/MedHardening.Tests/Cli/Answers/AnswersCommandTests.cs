using System;
using System.IO;
using System.Threading.Tasks;
using MedHardening.Tests.Baselines.Sheets;
using Xunit;

namespace MedHardening.Tests.Cli.Answers;

/// <summary>The way round: record, workbook, people, record.</summary>
public sealed class AnswersCommandTests : IDisposable
{
    private const string Record = """
        # 当院の記録
        schema: medhardening/facility/1
        profile: mhlw-r7
        facility: {name: 見本病院, kind: 病院}
        attestations:
          - row: 2-⑨
            answer: はい
            earlier: [{answer: いいえ, by: {name: 見本 太郎, title: 室長}, confirmedOn: 2025-05-01}]
            evidence: [{path: 規程.pdf, date: 2025-04-01}]

        # 例外
        exceptions:
        contacts: {reviewedOn: 2025-06-01}

        """;

    private readonly CliFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_record_that_was_exported_and_imported_says_the_same()
    {
        string facility = _files.Write("facility.yaml", Record);
        Assert.Equal(0, (await CliRun.Of("answers", "export", facility, _files.At("a.xlsx"))).ExitCode);
        CliRun import = await CliRun.Of("--lang", "en", "answers", "import", facility, _files.At("a.xlsx"));
        Assert.Equal((0, facility + ": 1 answers"), (import.ExitCode, import.Output.Trim()));
        string text = File.ReadAllText(facility);
        Assert.StartsWith("# 当院の記録\nschema:", text, StringComparison.Ordinal);
        Assert.Contains("  - row: 2-⑨\n    answer: はい\n", text, StringComparison.Ordinal);
        Assert.Contains("      - {path: \"規程.pdf\", sha256: , date: 2025-04-01, expires: }", text, StringComparison.Ordinal);
        Assert.Contains("      - {answer: いいえ, by: {name: \"見本 太郎\", title: \"室長\"}, confirmedOn: 2025-05-01, targetDate: }", text, StringComparison.Ordinal);
        Assert.EndsWith("\n# 例外\nexceptions:\ncontacts: {reviewedOn: 2025-06-01}\n", text, StringComparison.Ordinal);
        Assert.Equal(0, (await CliRun.Of("validate", facility)).ExitCode);
    }

    [Fact]
    public async Task A_mistake_in_a_cell_changes_nothing_and_is_told()
    {
        string facility = _files.Write("facility.yaml", Record);
        File.WriteAllBytes(_files.At("a.xlsx"), Workbooks.Of(
            ["行", "番号", "チェック項目", "確認結果", "氏名", "役職", "確認日", "目標日", "備考"], ["2-⑨", "", "", "多分"]));
        CliRun run = await CliRun.Of("--lang", "en", "answers", "import", facility, _files.At("a.xlsx"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("cell D2: '多分' does not fit here", run.Error, StringComparison.Ordinal);
        Assert.Equal(Record, File.ReadAllText(facility));
    }

    [Fact]
    public async Task A_workbook_that_is_there_is_not_overwritten()
    {
        string facility = _files.Write("facility.yaml", Record);
        _files.Write("a.xlsx", "mine");
        Assert.Equal(2, (await CliRun.Of("answers", "export", facility, _files.At("a.xlsx"))).ExitCode);
        Assert.Equal("mine", File.ReadAllText(_files.At("a.xlsx")));
    }
}
