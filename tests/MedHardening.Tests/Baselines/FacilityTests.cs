using System;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Checklist;
using Xunit;

namespace MedHardening.Tests.Baselines;

public class FacilityTests
{
    private const string Head = "schema: medhardening/facility/1\nfacility: {name: 見本病院, kind: 病院}\n";

    [Theory]
    [InlineData("2-⑨", "removable-storage")]
    [InlineData("2-9", "removable-storage")]
    [InlineData("２－９", "removable-storage")]
    [InlineData("2ー9", "removable-storage")]
    [InlineData("Removable-Storage", "removable-storage")]
    [InlineData("2-⑫ server", "background-services-server")]
    [InlineData("2-⑫ サーバ", "background-services-server")]
    [InlineData("2-12　サーバー", "background-services-server")]
    [InlineData("2-⑫ 端末PC", "background-services-client")]
    [InlineData("background-services-client", "background-services-client")]
    [InlineData("background-services client", "background-services-client")]
    [InlineData("2-11 サーバ", "access-log")]
    [InlineData("1-①", "safety-officer")]
    public void A_row_has_many_names(string written, string row) =>
        Assert.Equal(row, Read(Head + "attestations:\n- {row: " + written + ", answer: no}\n").Attestations.Single().Row);

    [Theory]
    [InlineData("はい", Answer.Yes)]
    [InlineData("yes", Answer.Yes)]
    [InlineData("'yes'", Answer.Yes)]
    [InlineData("Yes", Answer.Yes)]
    [InlineData("true", Answer.Yes)]
    [InlineData("いいえ", Answer.No)]
    [InlineData("no", Answer.No)]
    [InlineData("false", Answer.No)]
    public void Yes_and_no_are_answers_whatever_YAML_makes_of_them(string written, Answer answer) =>
        Assert.Equal(answer, Read(Head + "attestations:\n- {row: 2-9, answer: " + written + "}\n").Attestations.Single().Answer);

    [Theory]
    [InlineData("病院", FacilityKind.Hospital)]
    [InlineData("診療所", FacilityKind.Clinic)]
    [InlineData("Pharmacy", FacilityKind.Pharmacy)]
    [InlineData("事業者", FacilityKind.Vendor)]
    public void The_kind_of_a_facility_is_Japanese_or_English(string written, FacilityKind kind) =>
        Assert.Equal(kind, Read("schema: medhardening/facility/1\nfacility: {name: x, kind: " + written + "}\n").Kind);

    [Fact]
    public void An_answer_that_is_not_given_yet_is_no_answer()
    {
        FacilityRecord record = Read(Head + "attestations:\n- {row: 2-9, answer: , by: {name: , title: }, confirmedOn: , remarks: 確認中}\n");
        Assert.Empty(record.Attestations);
    }

    [Fact]
    public void Protected_services_are_names()
    {
        Assert.Empty(Read(Head).ProtectedServices);
        Assert.Equal(["EhrServer*", "OrcaSvc"], Read(Head + "protectedServices: ['EhrServer*', OrcaSvc]\n").ProtectedServices);
    }

    [Fact]
    public void Sections_may_be_left_empty()
    {
        FacilityRecord record = Read(Head + "operatesMedicalSystem:\nattestations:\nexceptions:\nvendorAnswers:\n");
        Assert.Empty(record.Attestations);
        Assert.Null(record.OperatesMedicalSystem);
    }

    [Fact]
    public void Every_part_of_an_exception_is_read()
    {
        RecordedException exception = Read(Head + """
            exceptions:
            - id: 例外-1
              item: 2-⑨
              check: removable-storage-access
              hosts: [CT-01, MR-01]
              reason: 装置の制約
              compensatingControl: 貸出簿
              approvedBy: {name: 山田 花子, title: 院長}
              approvedOn: 令和7年4月1日
              expires: R8.3.31
            """).Exceptions.Single();
        Assert.Equal(("例外-1", "removable-storage", "removable-storage-access"), (exception.Id, exception.Item, exception.Check));
        Assert.Equal(["CT-01", "MR-01"], exception.Hosts);
        Assert.Equal(("装置の制約", "貸出簿"), (exception.Reason, exception.CompensatingControl));
        Assert.Equal(new Person("山田 花子", "院長"), exception.ApprovedBy);
        Assert.Equal((new DateTime(2025, 4, 1), new DateTime(2026, 3, 31)), (exception.ApprovedOn, exception.Expires));
    }

    [Fact]
    public void An_exception_that_nobody_approved_is_read_and_does_not_count()
    {
        RecordedException exception = Read(
            Head + "exceptions:\n- {id: E1, item: 2-9, hosts: [CT], reason: a, compensatingControl: b, expires: 2026-03-31}\n").Exceptions.Single();
        Assert.Null(exception.Check);
        Assert.False(exception.IsValid(new DateTime(2025, 5, 1)));
    }

    [Fact]
    public void Every_part_of_a_vendor_answer_is_read()
    {
        VendorAnswer answer = Read(Head + """
            vendorAnswers:
            - {vendor: 見本メディカル, row: 2-⑫ 端末PC, hosts: [CT], answer: はい, by: {name: 見本 次郎, title: 係}, answeredOn: 2025-05-01}
            """).VendorAnswers.Single();
        Assert.Equal(("見本メディカル", "background-services-client", Answer.Yes), (answer.Vendor, answer.Row, answer.Answer));
        Assert.Equal(["CT"], answer.Hosts);
        Assert.Equal((new Person("見本 次郎", "係"), new DateTime(2025, 5, 1)), (answer.By, answer.AnsweredOn));
    }

    private static FacilityRecord Read(string text)
    {
        using var file = new TextFile(text);
        return FacilityReader.Read(file.Path, ProfileReader.Load("mhlw-r7"));
    }
}
