using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Software;

namespace MedHardening.Checks;

/// <summary>
/// No software for remote control or remote maintenance is on the computer but what the facility knows of from its vendors.
/// Found by services, processes and installed programs of a list; a product that is not in the list is not found.
/// </summary>
internal sealed class RemoteControlSoftware : HostCheck<RemoteControlSoftware.Settings>
{
    public sealed record Settings
    {
        /// <summary>Names of products, as the list has them, whose use the vendors have reported and the facility has agreed to.</summary>
        public IReadOnlyList<string> Approved { get; init; } = [];

        /// <summary>The facility's own list, in place of the one that comes with the tool.</summary>
        public IReadOnlyList<KnownProduct>? Products { get; init; }
    }

    public override string Id => "remote-control-software";

    public override string Item => "remote-maintenance";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "把握していない遠隔操作・遠隔保守のソフトウェアがない",
        "No software for remote control that the facility does not know of");

    public override Text Remedy => new(
        "事業者に使用の有無を確認する。使うものはベースラインの approved に製品名を加え、使わないものは削除する。",
        "Ask the vendors whether they use it. Add what is used to 'approved' in the baseline, and remove what is not.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        InstalledSoftware software = await InstalledSoftware.ReadAsync(host.Session, cancel).ConfigureAwait(false);
        IReadOnlyList<KnownProduct> products = settings.Products ?? KnownProducts.RemoteControl.Products;
        if (products.Count == 0)
            return Verdict.Unknown(Verdict.BaselineSilent);
        Wildcards approved = new(settings.Approved);
        List<Evidence> evidence = software.Find(products)
            .Select(f => new Evidence(
                string.Join(", ", f.Traces), Operators.SubsetOf, "approved", f.Product.Name, approved.Match(f.Product.Name) ? Outcome.Pass : Outcome.Fail))
            .ToList();
        if (evidence.Count == 0)
        {
            evidence.Add(new Evidence(
                "remote-tools (" + products.Count.ToString(CultureInfo.InvariantCulture) + ")", Operators.Equals, Evidence.Absent, Evidence.Absent, Outcome.Pass));
        }
        return Verdict.Of(evidence);
    }
}
