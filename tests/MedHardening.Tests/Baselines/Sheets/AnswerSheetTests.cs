using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Baselines.Sheets;
using MedHardening.Checklist;
using Xunit;

namespace MedHardening.Tests.Baselines.Sheets;

public class AnswerSheetTests
{
    private static readonly string[] s_heading = ["行", "番号", "チェック項目", "確認結果", "氏名", "役職", "確認日", "目標日", "備考"];
    private static readonly ChecklistProfile s_profile = ProfileReader.Load("mhlw-r7");

    [Fact]
    public void An_empty_sheet_has_a_row_for_each_line_of_the_form_and_answers_nothing()
    {
        using var file = new TextFile(Written(null), ".xlsx");
        IReadOnlyDictionary<int, IReadOnlyList<SheetCell>> rows = SheetReader.Read(file.Path, new FaultList(file.Path));
        Assert.Equal(1 + 19, rows.Count);
        Assert.Equal("removable-storage", rows[11][0].Text);
        Assert.Empty(AnswerSheet.Read(file.Path, s_profile));
    }

    [Fact]
    public void What_was_written_is_read_back_as_it_was()
    {
        Attestation[] answers =
        [
            new("safety-officer", Answer.Yes, new Person("見本 太郎", "院長"), new DateTime(2025, 6, 1), null, "=HYPERLINK(\"http://x\")"),
            new("background-services-client", Answer.No, new Person("Ａ<&>", "+係"), new DateTime(2025, 6, 2), new DateTime(2026, 3, 31), "一行目\n二行目"),
        ];
        using var file = new TextFile(Written(new FacilityRecord("a", FacilityKind.Hospital, null, null, answers, [], [])), ".xlsx");
        Assert.Equal(answers, AnswerSheet.Read(file.Path, s_profile).Select(a => a with { Evidence = answers[0].Evidence }));
    }

    [Fact]
    public void Every_cell_is_text() =>
        Assert.DoesNotContain("<x:f>", System.Text.Encoding.UTF8.GetString(Part(Written(null), "worksheets")), StringComparison.Ordinal);

    [Theory]
    [InlineData("<v>45778</v>")] // a day typed into Excel: 2025-05-01
    [InlineData("<v>45778.75</v>")]
    [InlineData("2025/5/1")]
    [InlineData("２０２５/5/1")]
    [InlineData("令和7年5月1日")]
    [InlineData("R7.5.1")]
    [InlineData("2025-05-01")]
    public void A_day_may_be_written_as_people_do_in_a_spreadsheet(string cell) =>
        Assert.Equal(new DateTime(2025, 5, 1), Read(["2-⑨", "", "", "はい", "", "", cell]).Single().ConfirmedOn);

    [Theory]
    [InlineData(1, 2, "A2", "2-99", "チェックリストに「2-99」はありません", "the checklist has no '2-99'")]
    [InlineData(4, 2, "D2", "たぶん", "使えるのは次のとおり", "Known: はい, yes")]
    [InlineData(5, 2, "F2", "", "氏名（name:）がありません", "the name is missing")]
    [InlineData(6, 2, "E2", "", "役職（title:）がありません", "the title is missing")]
    [InlineData(7, 2, "G2", "2025-02-30", "実在する日付", "a day that exists")]
    [InlineData(7, 2, "G2", "<v>1</v>", "実在する日付", "a day that exists")]
    [InlineData(8, 2, "H2", "2026-04-01", "令和7年度の中の日付", "within the fiscal year")]
    [InlineData(8, 2, "H2", "2025-05-01", "確認日より前", "before the day of confirmation")]
    [InlineData(9, 2, "I2", "<f>1+1</f><v>2</v>", "数式は使えません", "formulas are not allowed")]
    public void A_mistake_is_told_with_its_cell(int column, int row, string cell, string value, string ja, string en)
    {
        string[] good = ["2-⑨", "", "", "いいえ", "見本 太郎", "院長", "2025-06-01", "2026-03-31", "備考"];
        good[column - 1] = value;
        Fault fault = Assert.Single(Assert.Throws<InvalidFileException>(() => Read(good)).Faults);
        Assert.StartsWith("セル " + cell + ": ", fault.Message.Ja);
        Assert.StartsWith("cell " + cell + ": ", fault.Message.En);
        Assert.Contains(ja, fault.Message.Ja);
        Assert.Contains(en, fault.Message.En);
        Assert.Equal(row, fault.Line);
    }

    [Theory]
    [InlineData("はい", "", "2026-03-31", "H2", "belongs to a No")]
    [InlineData("", "2025-06-01", "", "G2", "no 'answer:'")]
    public void Answer_and_days_must_fit_together(string answer, string confirmed, string target, string cell, string en)
    {
        Fault fault = Assert.Single(Assert.Throws<InvalidFileException>(() => Read(["2-⑨", "", "", answer, "", "", confirmed, target])).Faults);
        Assert.StartsWith("cell " + cell + ": ", fault.Message.En);
        Assert.Contains(en, fault.Message.En);
    }

    [Fact]
    public void A_line_that_is_answered_twice_is_told()
    {
        Fault fault = Assert.Single(Assert.Throws<InvalidFileException>(
            () => Read(["2-⑨", "", "", "はい"], ["removable-storage", "", "", "いいえ"])).Faults);
        Assert.StartsWith("cell A3: ", fault.Message.En);
    }

    [Fact]
    public void A_sheet_without_its_headings_is_told()
    {
        using var file = new TextFile(Workbooks.Of(["行", "確認結果"], ["2-⑨", "はい"]), ".xlsx");
        Assert.Contains("no heading '氏名'", Assert.Throws<InvalidFileException>(() => AnswerSheet.Read(file.Path, s_profile)).Faults[0].Message.En);
    }

    [Fact]
    public void The_readings_that_Excel_keeps_beside_Japanese_words_are_not_read()
    {
        string cells = string.Concat(s_heading.Select((h, i) => $"<c r=\"{(char)('A' + i)}1\" t=\"inlineStr\"><is><t>{h}</t></is></c>"));
        using var file = new TextFile(
            Workbooks.Raw(
                $"<row r=\"1\">{cells}</row><row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"D2\" t=\"s\"><v>1</v></c><c r=\"I2\" t=\"s\"><v>2</v></c></row>",
                "<si><t>2-⑨</t></si><si><r><t>は</t></r><r><t>い</t></r></si><si><t>備考</t><rPh sb=\"0\" eb=\"2\"><t>ビコウ</t></rPh></si>"),
            ".xlsx");
        Attestation answer = AnswerSheet.Read(file.Path, s_profile).Single();
        Assert.Equal((Answer.Yes, "備考"), (answer.Answer, answer.Remarks));
    }

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "nothing", [] },
        { "text", "名称,区分\n"u8.ToArray() },
        { "another zip", Workbooks.Zip("a.txt", 10) },
        { "a bomb", Workbooks.Zip("xl/worksheets/sheet1.xml", 200 << 20) },
        { "cut off", Workbooks.Of(s_heading)[..200] },
        { "a shared string that is not there", Workbooks.Raw("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>", "") },
        { "a shared string without a number", Workbooks.Raw("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>x</v></c></row>", "") },
        { "a cell without a name", Workbooks.Raw("<row r=\"1\"><c t=\"inlineStr\"><is><t>行</t></is></c></row>", "") },
        { "XML that is none", Workbooks.Raw("<row r=\"1\"><c r=\"A1\">", "") },
        { "a very long cell", Workbooks.Of([new string('x', 20_000)]) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_file_that_is_no_honest_workbook_is_one_fault(string what, byte[] bytes)
    {
        using var file = new TextFile(bytes, ".xlsx");
        Fault fault = Assert.Single(Assert.Throws<InvalidFileException>(() => AnswerSheet.Read(file.Path, s_profile)).Faults);
        Assert.True(fault.Message.En.Contains("cannot be read as a workbook", StringComparison.Ordinal), what + ": " + fault.Message.En);
    }

    private static IReadOnlyList<Attestation> Read(params string[][] rows)
    {
        using var file = new TextFile(Workbooks.Of([s_heading, .. rows]), ".xlsx");
        return AnswerSheet.Read(file.Path, s_profile);
    }

    private static byte[] Written(FacilityRecord? record)
    {
        using var stream = new MemoryStream();
        AnswerSheet.Write(stream, s_profile, record);
        return stream.ToArray();
    }

    private static byte[] Part(byte[] workbook, string name)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        using Stream part = zip.Entries.First(e => e.FullName.Contains(name, StringComparison.Ordinal)).Open();
        using var bytes = new MemoryStream();
        part.CopyTo(bytes);
        return bytes.ToArray();
    }
}
