using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Software;

/// <summary>
/// What of a host tells products apart: services, processes and the keys of installed programs. Four questions, shared by all
/// that look for products. <c>Win32_Product</c> is never asked: it makes Windows Installer check and repair every package.
/// </summary>
internal sealed class InstalledSoftware
{
    private const string Uninstall = @"Microsoft\Windows\CurrentVersion\Uninstall";

    private readonly IReadOnlyList<ServiceState> _services;
    private readonly IReadOnlyCollection<string> _processes;
    private readonly IReadOnlyList<string> _uninstallKeys;

    private InstalledSoftware(IReadOnlyList<ServiceState> services, IReadOnlyCollection<string> processes, IReadOnlyList<string> uninstallKeys)
    {
        _services = services;
        _processes = processes;
        _uninstallKeys = uninstallKeys;
    }

    /// <exception cref="CimFault">A list could not be read, or is evidently not whole.</exception>
    public static async Task<InstalledSoftware> ReadAsync(ICimSession session, CancellationToken cancel)
    {
        IReadOnlyList<ServiceState> services = await session.ReadServicesAsync(cancel).ConfigureAwait(false);
        IReadOnlyDictionary<uint, string> processes = await session.ReadProcessesAsync(cancel).ConfigureAwait(false);
        IReadOnlyList<string> own = await session.ReadSubKeysAsync(RegistryHive.LocalMachine, @"SOFTWARE\" + Uninstall, cancel).ConfigureAwait(false)
            ?? throw new CimFault(CimFaultKind.HostFault, @"HKLM\SOFTWARE\" + Uninstall + " missing") { Host = session.Target.Name };
        // A 32-bit Windows has no second view.
        IReadOnlyList<string> other = await session
            .ReadSubKeysAsync(RegistryHive.LocalMachine, @"SOFTWARE\WOW6432Node\" + Uninstall, cancel).ConfigureAwait(false) ?? [];
        return new InstalledSoftware(services, [.. processes.Values], [.. own, .. other]);
    }

    /// <summary>The products of which the host shows any trace, in the order of the list.</summary>
    public IEnumerable<FoundProduct> Find(IEnumerable<KnownProduct> products) => products.Select(Find).Where(f => f.Traces.Count > 0);

    private FoundProduct Find(KnownProduct product)
    {
        Wildcards services = new(product.Services);
        Wildcards processes = new(product.Processes);
        Wildcards keys = new(product.UninstallKeys);
        ServiceState[] found = _services.Where(s => services.Match(s.Name)).ToArray();
        string[] running = _processes.Where(processes.Match).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        return new FoundProduct(
            product,
            [
                .. found.Select(s => "Win32_Service " + s.Name + " (" + s.State + ", " + s.StartMode + ")"),
                .. running.Select(p => "Win32_Process " + p),
                .. _uninstallKeys.Where(keys.Match).Distinct(StringComparer.OrdinalIgnoreCase).Select(k => "Uninstall " + k),
            ],
            found.Any(s => s.IsRunning) || running.Length > 0);
    }
}

/// <param name="Traces">Where the host shows it: class or key, and name.</param>
/// <param name="IsRunning">A service or a process of it runs.</param>
internal sealed record FoundProduct(KnownProduct Product, IReadOnlyList<string> Traces, bool IsRunning);
