using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.Tests.TestDoubles;

/// <summary>A run of five computers, written by hand, that has every kind of thing a report must show.</summary>
internal static class ReportSample
{
    public static readonly StubCheck Storage = new("removable-storage-access", "removable-storage", Bearing.Refutes)
    {
        Ja = "リムーバブル記憶域へのアクセスが拒否されている", En = "Access to removable storage is denied",
    };

    public static readonly StubCheck Services = new("approved-services", "background-services", Bearing.Refutes)
    {
        Ja = "サービスが承認済み一覧にある", En = "Services are approved",
    };

    public static readonly StubCheck Devices = new("storage-devices-seen", "removable-storage", Bearing.Supports)
    {
        Ja = "接続された記憶装置", En = "Storage devices seen",
    };

    public static readonly Evidence DenyMissing =
        new(@"HKLM\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices\Deny_All", Operators.Equals, "1", "0", Outcome.Fail);

    private static readonly Person s_officer = new("山田太郎", "情報システム室長");
    private static readonly ChecklistItem s_officerItem = Item("safety-officer", "1-①", 1, "体制構築", null,
        "医療情報システム安全管理責任者を設置している。", new FormRow("safety-officer", "safety-officer", null, []));
    private static readonly ChecklistItem s_storageItem = Item("removable-storage", "2-⑨", 2, "医療情報システムの管理・運用", "※注記",
        "USBストレージ等の外部記録媒体や情報機器に対して接続を制限している。",
        new FormRow("removable-storage", "removable-storage", null, [Roles.Server, Roles.Client]));
    private static readonly ChecklistItem s_servicesItem = Item("background-services", "2-⑫", 2, "医療情報システムの管理・運用", null,
        "バックグラウンドで動作している不要なソフトウェア及びサービスを停止している。",
        new FormRow("background-services-server", "background-services", "サーバ", [Roles.Server]),
        new FormRow("background-services-client", "background-services", "端末PC", [Roles.Client]));

    public static ChecklistStatus Status { get; } = Build();

    /// <summary>The sample with other results and, for the rows, the same.</summary>
    public static ChecklistStatus With(IReadOnlyList<ComputerResult> computers, IReadOnlyList<CheckResult> results) => Status with
    {
        Computers = computers,
        Results = results,
        Rows = Status.Rows.Select(r => r with { Results = results.Where(x => x.Check.Item == r.Item.Key).ToArray() }).ToArray(),
    };

    public static CheckResult Of(string computer, Check check, params Evidence[] evidence) =>
        new(Subject.Computer(computer), check, Verdict.Of(evidence));

    public static ComputerResult Measured(string name, string role = Roles.Client) =>
        new(new LedgerComputer(name, name, role, Handling.ReadOnly, 0), ComputerOutcome.Measured, null, null)
        {
            Identity = new HostIdentity(name, "hosp.example", "Microsoft Windows 11 Pro", "26100"),
            Authentication = "Kerberos, encrypted",
            Duration = TimeSpan.FromMilliseconds(1250),
        };

    private static ChecklistStatus Build()
    {
        CheckResult[] results =
        [
            Of("SV-01", Storage, DenyMissing with { Actual = "1", Outcome = Outcome.Pass }),
            Of("SV-01", Services, new Evidence("Win32_Service.Name=\"Spooler\"", Operators.SubsetOf, "approved", "Print Spooler (Running, Auto)", Outcome.Fail))
                with { ExceptionId = "EX-1" },
            Of("PC-001", Storage, DenyMissing),
            new(Subject.Computer("PC-001"), Services, Verdict.Unknown(Verdict.BaselineSilent)),
            new(Subject.Computer("PC-002"), Devices, Verdict.NotApplicable("NoDrives")),
            new(Subject.Computer("PC-002"), Storage, Verdict.Unknown(new CimFault(CimFaultKind.OperationTimedOut, "no answer within 30 s"))),
            Of("PC-002", Services, new Evidence("Win32_Service", Operators.SubsetOf, "approved", "41", Outcome.Pass)),
        ];
        ComputerResult[] computers =
        [
            Measured("PC-001"),
            Measured("PC-002") with { Outcome = ComputerOutcome.PartlyMeasured, Reason = "OperationTimedOut", Detail = "no answer within 30 s" },
            new(new LedgerComputer("PC-003", "192.0.2.13", Roles.Client, Handling.ReadOnly, 5), ComputerOutcome.Unreachable, "ConnectTimedOut", "no answer from 192.0.2.13:5985"),
            new(new LedgerComputer("PACS-9", "192.0.2.99", "imaging", Handling.NotContactable, 6), ComputerOutcome.NotAttempted, "NotContactable", null),
            Measured("SV-01", Roles.Server),
        ];
        Coverage clients = new(4, 1, 1, 1, 0, 0, 1, 0);
        ChecklistProfile profile = new(
            "made-up", new Text("チェックリスト（令和7年度）", "Checklist (FY2025)"),
            new FiscalYear("令和7年度", new DateTime(2025, 4, 1), new DateTime(2026, 3, 31)), "6.0",
            new GateRow(new Text("医療情報システムを導入、運用している。", "A medical information system is operated."), "手引き5頁"),
            [s_officerItem, s_storageItem, s_servicesItem])
        {
            Forms = [new ChecklistForm("医療機関確認用", "For medical institutions", [FacilityKind.Hospital, FacilityKind.Clinic], null, "made up")],
        };
        return new ChecklistStatus(
            profile,
            new BaselineReference("hospital.yaml", new string('a', 64)),
            new FacilityRecord("試験病院", FacilityKind.Hospital, s_officer, true, [], [new RecordedException(
                "EX-1", "background-services", null, ["SV-01"], "帳票印刷に必要", "隔離VLAN", s_officer,
                new DateTime(2025, 5, 1), new DateTime(2026, 3, 31))], []),
            new DateTime(2025, 9, 1),
            new DateTimeOffset(2025, 9, 1, 9, 0, 0, TimeSpan.FromHours(9)),
            new DateTimeOffset(2025, 9, 1, 9, 5, 30, TimeSpan.FromHours(9)),
            [
                new(s_officerItem, s_officerItem.Rows[0], Proposal.YesCandidate,
                    new Attestation("safety-officer", Answer.Yes, s_officer, new DateTime(2025, 6, 2), null, "任命書あり"), new Coverage(0, 0, 0, 0, 0, 0, 0, 0), []),
                new(s_storageItem, s_storageItem.Rows[0], Proposal.No,
                    new Attestation("removable-storage", Answer.No, s_officer, new DateTime(2025, 6, 3), new DateTime(2026, 1, 31), null),
                    new Coverage(5, 2, 1, 1, 0, 0, 1, 0), results.Where(r => r.Check.Item == "removable-storage").ToArray()),
                new(s_servicesItem, s_servicesItem.Rows[0], Proposal.AttestationNeeded, null,
                    new Coverage(1, 1, 0, 0, 0, 0, 0, 0), [results[1]]),
                new(s_servicesItem, s_servicesItem.Rows[1], Proposal.Undetermined, null, clients, [results[3], results[6]]),
            ],
            computers,
            results,
            3,
            [new Notice("FiscalYearClosed", new Text("年度は終わっている。", "The year is over."))]);
    }

    private static ChecklistItem Item(string key, string number, int section, string sectionTitle, string? note, string title, params FormRow[] rows) =>
        new(key, number, new FormSection(section, new Text(sectionTitle, "Section " + section)), new Text(title, "Item " + number),
            note, "全般", false, ["医療機関確認用"], [], "研修資料") { Rows = rows };
}
