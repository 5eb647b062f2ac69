using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Software;

namespace MedHardening.Checks;

/// <summary>An antivirus of any vendor is on, and its signatures are current where the computer tells their age.</summary>
internal sealed class Antivirus : HostCheck<Antivirus.Settings>
{
    public sealed record Settings
    {
        /// <summary>Most days since the newest signatures of Defender.</summary>
        [Within(1, 90)]
        public int MaxSignatureDays { get; init; } = 7;

        /// <summary>The facility's own list of antivirus products of servers, in place of the one that comes with the tool.</summary>
        public IReadOnlyList<KnownProduct>? Products { get; init; }
    }

    public override string Id => "antivirus";

    public override string Item => "security-patches";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "ウイルス対策ソフトが動作し、定義ファイルが新しい", "An antivirus is on and its signatures are current");

    public override Text Remedy => new(
        "ウイルス対策ソフトを有効にし、定義ファイルの更新元（閉域網では院内の配布サーバ）に届いているか確かめる。",
        "Turn the antivirus on, and check that it reaches its source of signatures (on a closed network, the server in the house).");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        AntivirusState state = await AntivirusState.ReadAsync(host.Session, cancel).ConfigureAwait(false);
        if (state.Registered is not null)
            return Client(state, settings);
        InstalledSoftware software = await InstalledSoftware.ReadAsync(host.Session, cancel).ConfigureAwait(false);
        return state.DefenderWatches == true
            ? Verdict.Of([.. Defender(state, settings)], "SignaturesNotReadable")
            : Server(state, software.Find(settings.Products ?? KnownProducts.Antivirus.Products).ToArray());
    }

    private static Verdict Client(AntivirusState state, Settings settings)
    {
        RegisteredAntivirus? on = state.Registered!.OrderByDescending(a => a.IsCurrent).FirstOrDefault(a => a.IsOn);
        if (on is null)
        {
            return Verdict.Of(state.Registered!.Select(a => Registered(a, a.State is null ? Outcome.Unknown : Outcome.Fail)).ToArray(), "ProductNotListed");
        }
        List<Evidence> evidence = [Registered(on, on.IsCurrent ? Outcome.Pass : Outcome.Fail)];
        if (on.IsDefender)
            evidence.AddRange(Defender(state, settings));
        return Verdict.Of(evidence, "SignaturesNotReadable");
    }

    // Defender off and nothing of the list: some other product may well be there.
    private static Verdict Server(AntivirusState state, FoundProduct[] found)
    {
        List<Evidence> evidence = found
            .Select(f => new Evidence(string.Join(", ", f.Traces), Operators.Exists, "", f.Product.Name, f.IsRunning ? Outcome.Unknown : Outcome.Fail))
            .ToList();
        evidence.Add(new Evidence(
            "MSFT_MpComputerStatus.RealTimeProtectionEnabled",
            Operators.Equals,
            "true",
            state.DefenderWatches is null ? Evidence.Absent : "false",
            Outcome.Unknown));
        return Verdict.Of(evidence, found.Any(f => f.IsRunning) ? "SignaturesNotReadable" : "ProductNotListed");
    }

    private static Evidence Registered(RegisteredAntivirus product, Outcome outcome) => new(
        "AntiVirusProduct.displayName=\"" + product.Name + "\".productState",
        Operators.Equals,
        "0x1000 & 0x00",
        product.State is uint state ? "0x" + state.ToString("X6", CultureInfo.InvariantCulture) : Evidence.Absent,
        outcome);

    private static IEnumerable<Evidence> Defender(AntivirusState state, Settings settings)
    {
        bool? watches = state.DefenderWatches;
        yield return new Evidence(
            "MSFT_MpComputerStatus.RealTimeProtectionEnabled",
            Operators.Equals,
            "true",
            watches is null ? Evidence.Absent : watches.Value ? "true" : "false",
            watches is null ? Outcome.Unknown : watches.Value ? Outcome.Pass : Outcome.Fail);
        uint? age = state.Defender?.UInt32("AntivirusSignatureAge"); // days; 4294967295 when there never were any
        yield return new Evidence(
            "MSFT_MpComputerStatus.AntivirusSignatureAge",
            Operators.AtMost,
            settings.MaxSignatureDays.ToString(CultureInfo.InvariantCulture),
            age?.ToString(CultureInfo.InvariantCulture) ?? Evidence.Absent,
            age is null ? Outcome.Unknown : age <= settings.MaxSignatureDays ? Outcome.Pass : Outcome.Fail);
    }
}
