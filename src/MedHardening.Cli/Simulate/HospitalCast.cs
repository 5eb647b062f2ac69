using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Fleet;
using MedHardening.Simulator;

namespace MedHardening.Cli.Simulate;

/// <summary>
/// Who works in the made-up hospital: what a first audit of a real one meets. The facility record of the demo
/// (<c>Demo/facility.yaml</c>) knows the first ten by name.
/// </summary>
internal static class HospitalCast
{
    private const string EhrVendor = "サンプル電子カルテ株式会社";
    private const string ImagingVendor = "サンプル画像システム株式会社";
    private const string DeviceVendor = "サンプル医用機器株式会社";

    private static readonly (LedgerComputer Line, string? Archetype)[] s_first =
    [
        (Server("SV-DC01"), "10-good-dc-ja"),
        (Server("SV-EHR01") with { Vendor = EhrVendor }, "08-good-server-ja"),
        (Server("SV-PACS01") with { Vendor = ImagingVendor }, "09-bad-server-ja"),
        (Server("SV-BACKUP01"), null), // switched off
        (Client("PC-RECEPT01", "1階受付", Handling.Writable), "01-good-client-ja"),
        (Client("PC-RECEPT02", "1階受付", Handling.Writable), "05-hospital-client-ja"),
        (Client("PC-WARD01", "3階病棟"), "06-write-only-ja"),
        (Client("PC-WARD02", "3階病棟"), "12-access-denied-ja"),
        (Client("PC-EXAM01", "検査室"), "02-good-client-en"),
        (Client("CT-CONSOLE01", "CT室", Handling.NotContactable) with { Vendor = DeviceVendor }, "13-vendor-console-ja"),
    ];

    // The other clients, over and over.
    private static readonly string[] s_others =
    [
        "01-good-client-ja", "03-deny-all-ja", "01-good-client-ja", "02-good-client-en", "04-half-wpd-ja",
        "01-good-client-ja", "03-deny-all-ja", "01-good-client-ja", "07-wrong-type-ja", "11-few-rights-ja",
    ];

    // Counted apart and never asked; the addresses are for documentation (RFC 5737).
    private static readonly SimulatedComputer[] s_network =
    [
        new(new LedgerComputer("NW-FW01", "192.0.2.1", Roles.Network, Handling.NotContactable, 0) { Place = "サーバ室" }, null),
        new(new LedgerComputer("NW-SW01", "192.0.2.2", Roles.Network, Handling.NotContactable, 0) { Place = "サーバ室" }, null),
    ];

    /// <summary>The smallest hospital that shows everything.</summary>
    public static int Fewest => s_first.Length;

    /// <param name="computers">Network devices come on top.</param>
    /// <exception cref="UsageException">Fewer than <see cref="Fewest"/>.</exception>
    public static IReadOnlyList<SimulatedComputer> Of(int computers)
    {
        if (computers < Fewest)
        {
            string fewest = Fewest.ToString(CultureInfo.InvariantCulture);
            throw new UsageException(new(
                "--hosts: 架空の病院には " + fewest + " 台以上が必要です。", "--hosts: the made-up hospital needs " + fewest + " or more."));
        }
        IEnumerable<(LedgerComputer Line, string? Archetype)> others = Enumerable.Range(1, computers - Fewest).Select(i => (
            Client("PC-" + i.ToString("000", CultureInfo.InvariantCulture), "外来"), (string?)s_others[(i - 1) % s_others.Length]));
        return
        [
            .. s_first.Concat(others).Select((c, i) => new SimulatedComputer(
                c.Line, c.Archetype is null ? null : SimulatedFleet.Carried(c.Archetype, c.Line.Name, i))),
            .. s_network,
        ];
    }

    private static LedgerComputer Server(string name) =>
        new(name, "", Roles.Server, Handling.ReadOnly, 0) { Place = "サーバ室" };

    private static LedgerComputer Client(string name, string place, Handling handling = Handling.ReadOnly) =>
        new(name, "", Roles.Client, handling, 0) { Place = place };
}
