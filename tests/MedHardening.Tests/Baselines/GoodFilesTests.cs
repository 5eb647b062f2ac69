using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Fleet;
using Xunit;

namespace MedHardening.Tests.Baselines;

public class GoodFilesTests
{
    [Fact]
    public void A_baseline_has_the_official_roles_and_its_own()
    {
        using var file = new TextFile("""
            schema: medhardening/baseline/1
            name: 試験
            profile: mhlw-r7
            roles:
              imaging: {is: client}
            """);
        Baseline baseline = BaselineReader.Read(file.Path);
        Assert.Equal("試験", baseline.Name);
        Assert.Equal(["client", "imaging", "server"], baseline.Roles.Select(r => r.Name).Order());
        Assert.Equal("client", baseline.Role("imaging")!.Is);
    }

    [Fact]
    public void A_facility_record_names_rows_as_people_do()
    {
        using var file = new TextFile("""
            schema: medhardening/facility/1
            facility: {name: 見本病院, kind: 病院, officer: {name: 山田 花子, title: 副院長}}
            operatesMedicalSystem: true
            attestations:
              - {row: ２－９, answer: はい, by: {name: 山田 花子, title: 副院長}, confirmedOn: 令和7年5月1日}
              - {row: 2-⑫ サーバー, answer: no, confirmedOn: R7.5.1, targetDate: 2026-01-31}
              - {row: background-services-client, answer: }
            """);
        FacilityRecord record = FacilityReader.Read(file.Path, ProfileReader.Load("mhlw-r7"));
        Assert.Equal(
            [
                new Attestation("removable-storage", Answer.Yes, new Person("山田 花子", "副院長"), new DateTime(2025, 5, 1), null, null),
                new Attestation("background-services-server", Answer.No, null, new DateTime(2025, 5, 1), new DateTime(2026, 1, 31), null),
            ],
            record.Attestations);
    }

    [Fact]
    public void A_ledger_of_a_spreadsheet_is_read()
    {
        using var file = new TextFile("\uFEFF区分,名称,アドレス,操作\r\n端末PC,PC-01,192.0.2.7,可\r\nサーバ,SV-01,,\r\n", ".csv");
        IReadOnlyList<LedgerComputer> ledger = LedgerReader.Read(file.Path);
        Assert.Equal(
            [
                new LedgerComputer("PC-01", "192.0.2.7", "client", Handling.Writable, 2),
                new LedgerComputer("SV-01", "SV-01", "server", Handling.ReadOnly, 3),
            ],
            ledger);
    }
}
