using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// The print spooler of a Windows Server is off unless the server prints:
/// https://learn.microsoft.com/windows-server/security/windows-services/security-guidelines-for-disabling-system-services-in-windows-server
/// </summary>
internal sealed class PrintSpooler : HostCheck<PrintSpooler.Settings>
{
    public sealed record Settings
    {
        /// <summary>Whether servers print, or share printers.</summary>
        public bool Prints { get; init; }
    }

    public override string Id => "print-spooler";

    public override string Item => "background-services";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("印刷しないサーバで印刷スプーラーが止まっている", "The print spooler is off on servers that do not print");

    public override Text Remedy => new(
        "Print Spooler を停止して無効にする。印刷するサーバならベースラインで prints: true とする。",
        "Stop and disable Print Spooler. If servers print, set prints: true in the baseline.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<ServiceState> services = await host.Session.ReadServicesAsync(cancel).ConfigureAwait(false);
        if (await host.Session.ReadProductTypeAsync(cancel).ConfigureAwait(false) == ProductType.Workstation)
            return Verdict.NotApplicable("NotAServer");
        ServiceState? spooler = services.FirstOrDefault(s => string.Equals(s.Name, "Spooler", StringComparison.OrdinalIgnoreCase));
        string actual = spooler is null ? Evidence.Absent : spooler.State + ", " + spooler.StartMode;
        Outcome outcome = spooler is null || settings.Prints ? Outcome.Pass
            : spooler.IsRunning || spooler.StartsItself ? Outcome.Fail
            : spooler.IsReadable ? Outcome.Pass
            : Outcome.Unknown;
        return Verdict.Of(
            [new Evidence("Win32_Service.Name=\"Spooler\"", Operators.Equals, settings.Prints ? actual : "Stopped", actual, outcome)],
            CimFaultKind.AccessDenied.ToString());
    }
}
