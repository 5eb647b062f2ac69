using System;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Facts of <c>Win32_OperatingSystem</c>, which every run asks for anyway:
/// https://learn.microsoft.com/windows/win32/cimwin32prov/win32-operatingsystem
/// </summary>
public static class WindowsFacts
{
    /// <exception cref="CimFault">The host does not tell.</exception>
    public static async Task<ProductType> ReadProductTypeAsync(this ICimSession session, CancellationToken cancel)
    {
        CimObject system = await session.SingleAsync("Win32_OperatingSystem", cancel).ConfigureAwait(false);
        return system.UInt32("ProductType") is uint type and >= 1 and <= 3 ? (ProductType)type : throw Missing(session, "ProductType");
    }

    /// <summary>What the clock of the host shows; the same at every later judgement of a recording.</summary>
    /// <exception cref="CimFault">The host does not tell.</exception>
    public static async Task<DateTimeOffset> ReadClockAsync(this ICimSession session, CancellationToken cancel)
    {
        CimObject system = await session.SingleAsync("Win32_OperatingSystem", cancel).ConfigureAwait(false);
        return system.DateTime("LocalDateTime") ?? throw Missing(session, "LocalDateTime");
    }

    private static CimFault Missing(ICimSession session, string property) =>
        new(CimFaultKind.Protocol, "Win32_OperatingSystem." + property + " missing") { Host = session.Target.Name };
}

/// <summary>What kind of Windows it is, whatever the ledger uses it for.</summary>
public enum ProductType : uint
{
    Workstation = 1,
    DomainController = 2,
    Server = 3,
}
