using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Software;

namespace MedHardening.Checks;

/// <summary>
/// Files on removable media are scanned for malware: Defender watches files as they are opened and scans removable drives too, or a
/// product that the facility names is on. <c>MSFT_MpPreference.DisableRemovableDriveScanning</c>:
/// https://learn.microsoft.com/previous-versions/windows/desktop/defender/msft-mppreference
/// </summary>
internal sealed class MediaVirusScan : HostCheck<MediaVirusScan.Settings>
{
    public sealed record Settings
    {
        /// <summary>Name, as registered with the Windows Security Center, of another product that scans removable media.</summary>
        public string? Product { get; init; }
    }

    public override string Id => "media-virus-scan";

    public override string Item => "removable-storage";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("外部記録媒体のウイルススキャンが有効である", "Removable media are scanned for malware");

    public override Text Remedy => new(
        "GPO［Microsoft Defender ウイルス対策］→［スキャン］で［リムーバブル ドライブのスキャン］を有効にする。他社製品なら、媒体を検査する設定を確かめ、ベースラインの product に製品名を書く。",
        "In Group Policy, Microsoft Defender Antivirus > Scan, enable 'Scan removable drives'. With another product confirm its setting and name it as 'product' in the baseline.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        AntivirusState state = await AntivirusState.ReadAsync(host.Session, cancel).ConfigureAwait(false);
        CimObject? preferences = await AntivirusState.ReadPreferencesAsync(host.Session, cancel).ConfigureAwait(false);
        RegisteredAntivirus? other = state.Registered?.FirstOrDefault(a => a.IsOn && !a.IsDefender);
        if (other is not null)
        {
            bool isNamed = string.Equals(other.Name, settings.Product, StringComparison.OrdinalIgnoreCase);
            return Verdict.Of(
                [new Evidence("AntiVirusProduct.displayName", Operators.Equals, settings.Product ?? "Microsoft Defender", other.Name, isNamed ? Outcome.Pass : Outcome.Unknown)],
                Verdict.BaselineSilent);
        }
        // On a server without Defender another product may be there, which nothing registers; a client registers some product.
        if (state.Registered is null ? state.DefenderWatches != true : state.Registered.Count == 0)
            return Verdict.Unknown("ProductNotListed");
        bool? skips = preferences?.Boolean("DisableRemovableDriveScanning");
        List<Evidence> evidence =
        [
            Judge("MSFT_MpComputerStatus.RealTimeProtectionEnabled", "true", state.DefenderWatches),
            Judge("MSFT_MpPreference.DisableRemovableDriveScanning", "false", skips),
        ];
        return Verdict.Of(evidence, "NotConfigured");
    }

    private static Evidence Judge(string source, string expected, bool? value)
    {
        string actual = value is null ? Evidence.Absent : value.Value ? "true" : "false";
        return new Evidence(
            source, Operators.Equals, expected, actual, value is null ? Outcome.Unknown : actual == expected ? Outcome.Pass : Outcome.Fail);
    }
}
