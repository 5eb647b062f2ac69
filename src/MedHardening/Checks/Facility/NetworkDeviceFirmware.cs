using System;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checklist.Records;
using MedHardening.Fleet;

namespace MedHardening.Checks.Facility;

/// <summary>Somebody has confirmed the firmware of every network device of the ledger, and it is the newest or the reason is written.</summary>
internal sealed class NetworkDeviceFirmware : FacilityCheck<NetworkDeviceFirmware.Settings>
{
    public sealed record Settings
    {
        /// <summary>How many months old the confirmation may be. The checklist gives no number.</summary>
        [Baselines.Within(1, 24)]
        public int MaxMonths { get; init; } = 6;
    }

    public override string Id => "network-device-firmware";

    public override string Item => "security-patches";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("ネットワーク機器のファームウェアを確認している", "The firmware of network devices has been confirmed");

    public override Text Remedy => new(
        "事業者に版を確認し、施設記録（networkDevices）に書く。更新しない機器とサポート切れの機器は理由と代替策を deferred に書く。",
        "Ask the vendor for the versions and write them into the facility record (networkDevices). For devices that stay behind, write reason and compensation in 'deferred'.");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.NetworkDevices is not { } devices)
            return RecordEvidence.Missing("networkDevices");
        RecordEvidence evidence = new(view, "networkDevices");
        foreach (LedgerComputer computer in view.Ledger.Where(c => c.Role == Roles.Network))
        {
            if (!devices.Any(d => string.Equals(d.Name, computer.Name, StringComparison.OrdinalIgnoreCase)))
                evidence.Open("[" + computer.Name + "]", Operators.Exists, "", Evidence.Absent);
        }

        evidence.AtLeast("[]", 1, devices.Count);
        foreach (NetworkDevice device in devices)
            Judge(device, "[" + device.Name + "]", evidence, view, settings.MaxMonths);
        return evidence.ToVerdict();
    }

    private static void Judge(NetworkDevice device, string key, RecordEvidence evidence, FacilityView view, int maxMonths)
    {
        evidence.Written(key + ".firmware", device.Firmware);
        evidence.Written(key + ".latest", device.Latest);
        evidence.Written(key + ".checkedBy", device.CheckedBy);
        evidence.Recent(key + ".checkedOn", device.CheckedOn, maxMonths);
        if (device.IsDeferred)
        {
            evidence.For(key + ".deferred", Operators.Exists, "", device.Deferred!);
            return;
        }

        if (device is { Firmware: { } firmware, Latest: { } latest } && firmware.Trim() != latest.Trim())
            evidence.Against(key + ".firmware", Operators.Equals, latest, firmware);
        if (device.SupportUntil is { } until && until < view.AsOf.Date)
            evidence.Against(key + ".supportUntil", Operators.AtLeast, RecordEvidence.Day(view.AsOf), RecordEvidence.Day(until));
    }
}
