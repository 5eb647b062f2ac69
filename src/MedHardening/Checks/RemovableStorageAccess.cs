using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.RemovableStorage;

namespace MedHardening.Checks;

/// <summary>
/// Group Policy denies access to removable storage, medium by medium: the keys of RemovableStorage.admx, for the computer.
/// </summary>
internal sealed class RemovableStorageAccess : HostCheck<RemovableStorageAccess.Settings>
{
    public sealed record Settings
    {
        /// <summary>Which access to which medium must be denied. CDs stay readable by default: image discs of referrals come on them.</summary>
        public IReadOnlyDictionary<Media, IReadOnlyList<Access>> Deny { get; init; } = new Dictionary<Media, IReadOnlyList<Access>>
        {
            [Media.RemovableDisk] = [Access.Read, Access.Write, Access.Execute],
            [Media.PortableDevice] = [Access.Read, Access.Write],
        };
    }

    public override string Id => "removable-storage-access";

    public override string Item => "removable-storage";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "リムーバブル記憶域へのアクセスがポリシーで拒否されている",
        "Access to removable storage is denied by policy");

    public override Text Remedy => new(
        "GPO［コンピューターの構成］→［管理用テンプレート］→［システム］→［リムーバブル記憶域へのアクセス］で、不足している媒体とアクセス権の拒否を有効にする。",
        "In Group Policy, Computer Configuration > Administrative Templates > System > Removable Storage Access, enable the missing deny settings.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        RemovableStoragePolicy policy = await RemovableStoragePolicy.ReadAsync(host.Session, cancel).ConfigureAwait(false);
        if (settings.Deny.Values.All(accesses => accesses.Count == 0))
            return Verdict.Unknown(Verdict.BaselineSilent);
        if (policy.DenyAll.Outcome == Outcome.Pass)
            return Verdict.Of([policy.DenyAll]); // it takes precedence over every single setting (RemovableStorage.adml)

        List<Evidence> evidence = settings.Deny
            .OrderBy(d => d.Key)
            .SelectMany(d => d.Value.Distinct().OrderBy(a => a).SelectMany(access => policy.Deny(d.Key, access)))
            .ToList();
        if (policy.DenyAll.Outcome == Outcome.Unknown && evidence.Any(e => e.Outcome == Outcome.Fail))
        {
            // A Deny_All that cannot be read might deny what the single settings do not.
            evidence = evidence.Select(e => e.Outcome == Outcome.Fail ? e with { Outcome = Outcome.Unknown } : e).ToList();
            evidence.Insert(0, policy.DenyAll);
        }
        Verdict verdict = Verdict.Of(evidence);
        // The item names USB storage, so denying other media alone proves nothing.
        return verdict.Outcome == Outcome.Pass && !IsDemanded(settings, Media.RemovableDisk)
            ? Verdict.Unknown(Verdict.BaselineSilent, [.. evidence])
            : verdict;
    }

    private static bool IsDemanded(Settings settings, Media media) =>
        settings.Deny.TryGetValue(media, out IReadOnlyList<Access>? accesses) && accesses.Count > 0;
}
