using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.RemovableStorage;

namespace MedHardening.Checks;

/// <summary>
/// What a facility asks for beside the access policies: restrictions of device installation, encryption of removable drives, no drives
/// over remote desktop, no driver. It also tells of policies that are set for users only and so do not hold for the computer.
/// </summary>
internal sealed class RemovableStorageOptions : HostCheck<RemovableStorageOptions.Settings>
{
    public sealed record Settings
    {
        /// <summary>What must hold.</summary>
        public IReadOnlyList<StorageOption> Demand { get; init; } = [StorageOption.NoRemoteDirectAccess, StorageOption.AdministratorsObey];
    }

    public override string Id => "removable-storage-options";

    public override string Item => "removable-storage";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new(
        "外部記録媒体に関するその他の設定が基準どおりである", "The other settings about removable storage are as the baseline asks");

    public override Text Remedy => new(
        "GPO［システム］→［デバイスのインストールの制限］、［BitLocker ドライブ暗号化］→［リムーバブル データ ドライブ］などで設定する。",
        "Set them in Group Policy: System > Device Installation Restrictions, BitLocker Drive Encryption > Removable Data Drives and others.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        List<Evidence> evidence = new();
        foreach (KeyValuePair<StorageOption, StorageSetting> option in StorageSetting.All)
        {
            StorageSetting s = option.Value;
            RegistryValue? value = await s.ReadAsync(host.Session, cancel).ConfigureAwait(false);
            if (settings.Demand.Contains(option.Key))
            {
                evidence.Add(RegistryEvidence.Of(
                    s.Key, s.Name, value, Operators.Equals, s.Good.ToString(CultureInfo.InvariantCulture), n => n is null ? s.GoodWhenAbsent : n == s.Good));
            }
        }
        IReadOnlyList<string> users = await UserRemovableStorage.ReadUsersAsync(host.Session, cancel).ConfigureAwait(false);
        if (evidence.Count == 0)
            return Verdict.Unknown(Verdict.BaselineSilent);
        // Harmless, and good to know: whoever else signs in is not restricted.
        evidence.AddRange(users.Select(u => new Evidence(@"HKU\" + u, Operators.Exists, "", "RemovableStorageDevices", Outcome.Pass)));
        return Verdict.Of(evidence);
    }
}
