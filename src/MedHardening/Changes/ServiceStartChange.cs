using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Changes;

/// <summary>
/// The start mode of a service. A delayed start is one more change, of the value <c>DelayedAutostart</c> in the service's key, since
/// ChangeStartMode cannot set it (https://learn.microsoft.com/windows/win32/cimwin32prov/changestartmode-method-in-class-win32-service).
/// </summary>
/// <param name="Before">As <c>Win32_Service.StartMode</c> says it: Auto, Manual, Disabled, Boot, System.</param>
/// <param name="After">The same words.</param>
public sealed record ServiceStartChange(string Service, string Before, string After, string Why) : Change(Why, ChangeEffect.AtOnce)
{
    public override string Location => "Win32_Service " + Service + " [StartMode]";

    public override string Old => Before;

    public override string New => After;

    internal override async Task<string> ReadAsync(ICimSession session, CancellationToken cancel) =>
        (await session.FindServiceAsync(Service, cancel).ConfigureAwait(false))?.String("StartMode") ?? Absent;

    internal override Task ApplyAsync(ICimSession session, CancellationToken cancel) => SetAsync(session, After, cancel);

    internal override Task RevertAsync(ICimSession session, CancellationToken cancel) => SetAsync(session, Before, cancel);

    // What is read as Auto is written as Automatic.
    private Task SetAsync(ICimSession session, string mode, CancellationToken cancel) => session.ChangeServiceAsync(
        Service, "ChangeStartMode", [new("StartMode", mode == "Auto" ? "Automatic" : mode)], cancel);
}
