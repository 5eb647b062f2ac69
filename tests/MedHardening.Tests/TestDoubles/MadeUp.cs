using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.Tests.TestDoubles;

/// <summary>Small made-up profiles, baselines, ledgers and records, so that a test says only what it is about.</summary>
internal static class MadeUp
{
    public static readonly DateTime AsOf = new(2025, 12, 1);

    public static readonly Person Officer = new("山田太郎", "情報システム室長");

    /// <summary>Two items: storage (one row for all computers) and services (a row for servers, a row for clients).</summary>
    public static ChecklistProfile Profile { get; } = new(
        "made-up",
        new Text("試験", "Test"),
        new FiscalYear("令和7年度", new DateTime(2025, 4, 1), new DateTime(2026, 3, 31)),
        "6.0",
        null,
        [
            Item("removable-storage", "2-⑨", new FormRow("removable-storage", "removable-storage", null, [Roles.Server, Roles.Client])),
            Item("background-services", "2-⑫",
                new FormRow("background-services-server", "background-services", "サーバ", [Roles.Server]),
                new FormRow("background-services-client", "background-services", "端末PC", [Roles.Client])),
            Item("bcp", "3-③", new FormRow("bcp", "bcp", null, [])),
        ]);

    public static Baseline Baseline(params string[] approved) => BaselineOf(
        new Dictionary<string, object> { ["approved-services"] = new ApprovedServices.Settings { Approved = approved } }, []);

    public static Baseline BaselineOf(Dictionary<string, object> settings, Dictionary<string, string> off) => new(
        new BaselineReference("made-up.yaml", new string('0', 64)),
        "made up",
        "made-up",
        [
            new BaselineRole(Roles.Server, Roles.Server, settings, off),
            new BaselineRole(Roles.Client, Roles.Client, settings, off),
            new BaselineRole("imaging", Roles.Client, settings, off),
        ]);

    public static LedgerComputer Computer(string name, string role = Roles.Client, Handling handling = Handling.ReadOnly) =>
        new(name, name, role, handling, 0);

    public static FacilityRecord Record(
        IEnumerable<Attestation>? attestations = null,
        IEnumerable<RecordedException>? exceptions = null,
        IEnumerable<VendorAnswer>? answers = null) =>
        new("試験病院", FacilityKind.Hospital, Officer, true, [.. attestations ?? []], [.. exceptions ?? []], [.. answers ?? []]);

    public static Attestation Yes(string row) => new(row, Answer.Yes, Officer, new DateTime(2025, 6, 1), null, null);

    public static RecordedException Exception(string item, params string[] hosts) => new(
        "E1", item, null, hosts, "装置の保証", "隔離 VLAN", Officer, new DateTime(2025, 5, 1), new DateTime(2026, 3, 31));

    /// <summary>A host on which everything that the default baseline demands is so.</summary>
    public static FakeHost GoodHost(string name)
    {
        const string Root = @"SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices";
        return new FakeHost(name).With(Root, "Deny_All", 1);
    }

    /// <summary>A run of the checks that <see cref="Profile"/> is about.</summary>
    public static StatusRun Run(ICimTransport transport) =>
        new(transport, c => new CimTarget(c.Name), [new RemovableStorageAccess(), new ApprovedServices()]);

    public static async Task<ChecklistStatus> JudgeAsync(
        ICimTransport transport, FacilityRecord? record, Baseline baseline, params LedgerComputer[] ledger) =>
        await Run(transport).RunAsync(
            new StatusRequest(baseline, Profile, record, ledger, AsOf), _ => { }, CancellationToken.None);

    public static Task<ChecklistStatus> JudgeAsync(FacilityRecord? record, params FakeHost[] hosts) => JudgeAsync(
        new FakeTransport(hosts.ToDictionary(h => h.Target.Name)),
        record,
        Baseline("RpcSs", "EventLog"),
        hosts.Select(h => Computer(h.Target.Name)).ToArray());

    public static ChecklistRow Row(this ChecklistStatus status, string key) => status.Rows.Single(r => r.Row.Key == key);

    private static ChecklistItem Item(string key, string number, params FormRow[] rows) => new(
        key, number, new FormSection(2, new Text("管理・運用", "Operation")), new Text(key, key), null, "全般", false, ["医療機関確認用"], [], "made up")
    {
        Rows = rows,
    };
}
