using MedHardening.Baselines;
using Xunit;

namespace MedHardening.Tests.Baselines;

public class FacilityFaultsTests
{
    private const string Head = "schema: medhardening/facility/1\nfacility: {name: 見本病院, kind: 病院}\n";

    private const string Exception =
        "exceptions:\n- {id: E1, item: 2-9, hosts: [CT], reason: 装置, compensatingControl: 貸出簿, expires: 2026-03-31";

    [Theory]
    [InlineData("▼schema: medhardening/facility/1\n", "「facility:」がありません", "'facility:' is missing")]
    [InlineData("schema: medhardening/facility/1\nfacility: ▼{kind: 病院}\n", "「name:」がありません", "'name:' is missing")]
    [InlineData("schema: medhardening/facility/1\nfacility: {name: x, kind: ▼hosptal}\n", "「hospital」のことですか", "Did you mean 'hospital'?")]
    [InlineData("schema: medhardening/facility/1\nfacility: {name: x, kind: 病院, officer: ▼{name: 山田}}\n", "役職（title:）がありません", "the title is missing")]
    [InlineData("schema: medhardening/facility/1\nfacility: {name: x, kind: 病院, officer: ▼{title: 院長}}\n", "氏名（name:）がありません", "the name is missing")]
    [InlineData(Head + "operatesMedicalSystem: ▼はい\n", "true か false", "true or false")]
    [InlineData(Head + "profile: ▼mhlw-r6\n", "「mhlw-r6」のものですが", "is for 'mhlw-r6'")]
    [InlineData(Head + "domains: [▼HOSPITAL]\n", "ドメインのDNS名になりません", "is not the DNS name of a domain")]
    [InlineData(Head + "▼answers: []\n", "「answers」というキーはありません", "no key 'answers'")]
    public void The_head_of_a_record(string marked, string ja, string en) =>
        Expect.Fault(marked, ja, en);

    [Theory]
    [InlineData("▼{answer: はい}", "「row:」がありません", "'row:' is missing")]
    [InlineData("{row: ▼2-14, answer: はい}", "チェックリストに「2-14」はありません", "the checklist has no '2-14'")]
    [InlineData("{row: ▼removable-strage}", "「removable-storage」のことですか", "Did you mean 'removable-storage'?")]
    [InlineData("{row: ▼2-12, answer: はい}", "2-⑫ サーバ / 2-⑫ 端末PC", "2-⑫ サーバ / 2-⑫ 端末PC")]
    [InlineData("{row: ▼background-services}", "2-⑫ サーバ / 2-⑫ 端末PC", "has 2 rows. Name one of them")]
    [InlineData("{row: ▼2-11 端末PC}", "「2-11 端末PC」という行はありません", "no row '2-11 端末PC'")]
    [InlineData("{row: 2-9, answer: ▼たぶん}", "使えるのは次のとおりです: はい", "Known: はい, yes")]
    [InlineData("{row: 2-9, answer: はい, confirmedOn: ▼2025-02-30}", "実在する日付", "a day that exists")]
    [InlineData("{row: 2-9, answer: はい, confirmedOn: ▼2025/05/01}", "2025-05-01", "2025-05-01")]
    [InlineData("{row: 2-9, answer: はい, confirmedOn: ▼平成31年5月1日}", "実在する日付", "a day that exists")]
    [InlineData("{row: 2-9, answer: はい, targetDate: ▼2025-12-01}", "「いいえ」のときに書く", "belongs to a No")]
    [InlineData("{row: 2-9, answer: no, confirmedOn: 2025-05-02, targetDate: ▼2025-05-01}", "確認日より前", "before the day of confirmation")]
    [InlineData("{row: 2-9, answer: no, targetDate: ▼2026-04-01}", "令和7年度の中の日付", "within the fiscal year")]
    [InlineData("{row: 2-9, answer: no, earlier: [▼{answer: no}]}", "「confirmedOn:」がありません", "'confirmedOn:' is missing")]
    [InlineData("{row: 2-9, answer: no, earlier: [{answer: no, confirmedOn: 2025-05-01}, ▼{answer: no, confirmedOn: 2025-06-01}]}", "2回までです", "takes 2 rounds")]
    [InlineData("{row: 2-9, answer: no, confirmedOn: 2025-05-01, earlier: [{answer: no, confirmedOn: ▼2025-05-02}]}", "今の回より後", "after this one")]
    [InlineData("{row: 2-9, answer: no, earlier: [{answer: ▼多分, confirmedOn: 2025-05-02}]}", "使えるのは次のとおり", "Known: はい")]
    [InlineData("{row: 2-9, confirmedOn: ▼2025-05-02}", "「answer:」がありません", "no 'answer:'")]
    [InlineData("{row: 2-9, answer: no, by: ▼{name: 山田}}", "役職（title:）がありません", "the title is missing")]
    [InlineData("{row: 2-9, answer: no, by: ▼山田}", "「キー: 値」の組", "'key: value' pairs")]
    [InlineData("{row: 2-9, ▼anwser: no}", "「answer」のことですか", "Did you mean 'answer'?")]
    [InlineData("{row: 2-9, answer: no}\n- {row: ▼removable-storage, answer: はい}", "4行目にもあります", "also answered on line 4")]
    [InlineData("{row: 2-9}\n- {row: ▼２－９}", "4行目にもあります", "also answered on line 4")]
    public void The_answers_of_a_record(string marked, string ja, string en) =>
        Expect.Fault(Head + "attestations:\n- " + marked + "\n", ja, en);

    [Theory]
    [InlineData("check: ▼removable-storage-acces", "「removable-storage-access」のことですか", "Did you mean 'removable-storage-access'?")]
    [InlineData("check: ▼approved-services", "「background-services」のものです", "but to 'background-services'")]
    [InlineData("approvedBy: ▼{name: 山田}", "役職（title:）がありません", "the title is missing")]
    public void What_an_exception_may_also_say(string marked, string ja, string en) =>
        Expect.Fault(Head + Exception + ", " + marked + "}\n", ja, en);

    [Theory]
    [InlineData("{id: E1, ", "▼{", "「id:」がありません", "'id:' is missing")]
    [InlineData("id: E1", "id: ▼' '", "内容がありません", "it is blank")]
    [InlineData("item: 2-9", "item: ▼2-99", "チェックリストに「2-99」はありません", "the checklist has no '2-99'")]
    [InlineData("{id: E1, item: 2-9, hosts: [CT], ", "▼{id: E1, item: 2-9, ", "「hosts:」がありません", "'hosts:' is missing")]
    [InlineData("[CT]", "▼[]", "一つ以上", "at least one")]
    [InlineData("[CT]", "[CT, ▼CT 1]", "「CT 1」はコンピュータ名になりません", "'CT 1' cannot be a computer name")]
    [InlineData("[CT]", "▼CT", "ここには一覧", "write a list here")]
    [InlineData("{id: E1, item: 2-9, hosts: [CT], reason: 装置, ", "▼{id: E1, item: 2-9, hosts: [CT], ", "「reason:」がありません", "'reason:' is missing")]
    [InlineData("reason: 装置", "reason: ▼''", "内容がありません", "it is blank")]
    [InlineData("compensatingControl: 貸出簿", "compensatingControl: ▼' '", "内容がありません", "it is blank")]
    [InlineData("expires: 2026-03-31", "expires: ▼2026-02-29", "実在する日付", "a day that exists")]
    [InlineData("expires: 2026-03-31", "expires: ▼2026-03-31, approvedOn: 2026-04-01", "期限が承認日より前", "expires before it was approved")]
    [InlineData("2026-03-31", "2026-03-31}\n- {id: ▼e1, item: 2-9, hosts: [CT], reason: a, compensatingControl: b, expires: 2026-03-31", "4行目にもあります", "also on line 4")]
    public void The_exceptions_of_a_record(string part, string instead, string ja, string en) =>
        Expect.Fault(Head + (Exception + "}\n").Replace(part, instead), ja, en);

    [Theory]
    [InlineData("compensatingControl: 貸出簿, ", "「compensatingControl:」がありません", "'compensatingControl:' is missing")]
    [InlineData(", expires: 2026-03-31", "「expires:」がありません", "'expires:' is missing")]
    public void What_an_exception_must_say(string part, string ja, string en) =>
        Expect.Fault(Head + (Exception + "}\n").Replace("{", "▼{").Replace(part, ""), ja, en);

    [Theory]
    [InlineData("▼{row: 2-9, hosts: [CT], answer: はい, by: {name: 見本, title: 係}, answeredOn: 2025-05-01}", "「vendor:」がありません", "'vendor:' is missing")]
    [InlineData("{vendor: V, row: ▼2-90, hosts: [CT], answer: はい, by: {name: 見本, title: 係}, answeredOn: 2025-05-01}", "「2-90」はありません", "no '2-90'")]
    [InlineData("{vendor: V, row: 2-9, hosts: ▼[], answer: はい, by: {name: 見本, title: 係}, answeredOn: 2025-05-01}", "一つ以上", "at least one")]
    [InlineData("{vendor: V, row: 2-9, hosts: [CT], answer: はい, by: ▼{name: , title: }, answeredOn: 2025-05-01}", "氏名と役職を書いて", "name and title")]
    [InlineData("{vendor: V, row: 2-9, hosts: [CT], answer: はい, by: ▼{name: 見本}, answeredOn: 2025-05-01}", "役職（title:）がありません", "the title is missing")]
    [InlineData("▼{vendor: V, row: 2-9, hosts: [CT], answer: はい, by: {name: 見本, title: 係}}", "「answeredOn:」がありません", "'answeredOn:' is missing")]
    public void The_vendor_answers_of_a_record(string marked, string ja, string en) =>
        Expect.Fault(Head + "vendorAnswers:\n- " + marked + "\n", ja, en);

    [Fact]
    public void A_record_of_another_year_is_not_read_for_this_one()
    {
        using var file = new TextFile(Head + "profile: mhlw-r7\n");
        InvalidFileException thrown = Assert.Throws<InvalidFileException>(
            () => FacilityReader.Read(file.Path, ProfileReader.Load("mhlw-r7") with { Id = "mhlw-r8" }));
        Assert.Contains("being read for 'mhlw-r8'", Assert.Single(thrown.Faults).Message.En);
    }
}
