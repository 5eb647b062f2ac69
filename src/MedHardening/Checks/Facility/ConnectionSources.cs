using System.IO;
using System.Linq;
using MedHardening.Checklist.Records;

namespace MedHardening.Checks.Facility;

/// <summary>
/// Devices for remote access let in fixed addresses or one country only, wireless and wired connections are controlled, and a
/// diagram of the year shows it (【外部】国、地域や、特定アドレスのみを接続許可する; 【内部】無線LAN・有線LAN).
/// </summary>
internal sealed class ConnectionSources : FacilityCheck<ConnectionSources.Settings>
{
    public sealed record Settings
    {
        /// <summary>How many months ago settings may have been looked at. The checklist gives no number.</summary>
        [Baselines.Within(1, 60)]
        public int MaxMonths { get; init; } = 12;
    }

    public override string Id => "connection-sources";

    public override string Item => "connection-source";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("接続元を制限した設定と構成図が記録されている", "Settings that restrict connection sources, and a diagram, are on record");

    public override Text Remedy => new(
        "リモートアクセス機器の許可元、無線LANの認証、有線LANの制御、構成図を施設記録（network）に書く。任意の接続元を許可している機器は設定を直す。",
        "Write allowed sources of remote access devices, wireless authentication, wired control and the diagram into the facility record (network). Restrict devices that let anybody in.");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.Network is not { } section)
            return RecordEvidence.Missing("network");
        RecordEvidence evidence = new(view, "network");
        if (!section.NoRemoteAccess)
            evidence.AtLeast("remoteAccess", 1, section.RemoteAccess?.Count ?? 0);
        CountryRanges? countries = Countries(section, view, evidence);
        foreach (NetworkSection.RemoteAccessDevice device in section.RemoteAccess ?? [])
            Judge(device, "remoteAccess[" + device.Name + "]", evidence, countries);
        NetworkSection.WirelessLan wireless = section.Wireless ?? new();
        if (wireless.Used)
        {
            evidence.Written("wireless.authentication", wireless.Authentication);
            evidence.Recent("wireless.checkedOn", wireless.CheckedOn, settings.MaxMonths);
        }

        evidence.Written("wired.control", section.Wired?.Control);
        evidence.Recent("wired.checkedOn", section.Wired?.CheckedOn, settings.MaxMonths);
        evidence.Kept("diagram", section.Diagram);
        evidence.Recent("diagram.date", section.Diagram?.Date, settings.MaxMonths);
        return evidence.ToVerdict();
    }

    private static CountryRanges? Countries(NetworkSection section, FacilityView view, RecordEvidence evidence)
    {
        if ((section.RemoteAccess ?? []).All(d => d.Country is null))
            return null;
        evidence.Kept("countryData", section.CountryData);
        if (section.CountryData is not { } data || view.Documents.StateOf(data).Problem != DocumentProblem.None)
            return null;
        using Stream file = view.Documents.Open(data);
        return CountryRanges.Read(file);
    }

    private static void Judge(NetworkSection.RemoteAccessDevice device, string key, RecordEvidence evidence, CountryRanges? countries)
    {
        evidence.AtLeast(key + ".allowed", 1, device.Allowed?.Count ?? 0);
        foreach (string source in device.Allowed ?? [])
        {
            AddressRange range = AddressRange.Parse(source)!;
            if (range.IsEverything)
                evidence.Against(key + ".allowed", Operators.SubsetOf, device.Country ?? "", source);
            else if (device.Country is { } country && countries is not null && !countries.Holds(country, range))
                evidence.Against(key + ".allowed", Operators.SubsetOf, country, source);
            else
                evidence.For(key + ".allowed", Operators.SubsetOf, device.Country ?? "", source);
        }

        evidence.Written(key + ".firmware", device.Firmware);
        evidence.Named(key + ".manager", device.Manager);
        evidence.Kept(key + ".settings", device.Settings);
    }
}
