using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Software;

/// <summary>
/// The antivirus of a host: what it registered with the Windows Security Center (clients only), and what Microsoft Defender says
/// of itself. <c>MSFT_MpComputerStatus</c>: https://learn.microsoft.com/previous-versions/windows/desktop/defender/msft-mpcomputerstatus
/// </summary>
internal sealed class AntivirusState
{
    private const string DefenderNamespace = "root/Microsoft/Windows/Defender";

    private AntivirusState(IReadOnlyList<RegisteredAntivirus>? registered, CimObject? defender)
    {
        Registered = registered;
        Defender = defender;
    }

    /// <summary>Null on servers, which have no Security Center.</summary>
    public IReadOnlyList<RegisteredAntivirus>? Registered { get; }

    /// <summary>Null where Defender is not installed.</summary>
    public CimObject? Defender { get; }

    /// <summary>Whether Defender watches files as they are opened; null when it does not tell.</summary>
    public bool? DefenderWatches => Defender?.Boolean("RealTimeProtectionEnabled");

    /// <exception cref="CimFault">The host does not tell.</exception>
    public static async Task<AntivirusState> ReadAsync(ICimSession session, CancellationToken cancel)
    {
        IReadOnlyList<RegisteredAntivirus>? registered = null;
        if (await session.ReadProductTypeAsync(cancel).ConfigureAwait(false) == ProductType.Workstation)
        {
            IReadOnlyList<CimObject> rows = await session
                .QueryAsync(CimQuery.Class("root/SecurityCenter2", "AntiVirusProduct"), cancel).ConfigureAwait(false);
            registered = rows.Select(RegisteredAntivirus.Of).ToArray();
        }
        return new AntivirusState(registered, await ReadDefenderAsync(session, "MSFT_MpComputerStatus", cancel).ConfigureAwait(false));
    }

    /// <summary>The preferences of Defender in effect; null where it is not installed.</summary>
    public static Task<CimObject?> ReadPreferencesAsync(ICimSession session, CancellationToken cancel) =>
        ReadDefenderAsync(session, "MSFT_MpPreference", cancel);

    private static async Task<CimObject?> ReadDefenderAsync(ICimSession session, string className, CancellationToken cancel)
    {
        try
        {
            return (await session.QueryAsync(CimQuery.Class(DefenderNamespace, className), cancel).ConfigureAwait(false)).FirstOrDefault();
        }
        catch (CimFault fault) when (fault.Kind is CimFaultKind.NamespaceNotFound or CimFaultKind.ClassNotFound)
        {
            return null; // the feature is removed from this Windows
        }
    }
}

/// <summary>
/// An antivirus that is registered with the Windows Security Center. Microsoft does not document <c>productState</c>; its parts are
/// those of https://blog.idera.com/database-tools/identifying-antivirus-engine-state (0xF000 state, 0x0F00 owner, 0x00F0 signatures).
/// </summary>
internal sealed record RegisteredAntivirus(string Name, uint? State)
{
    public bool IsOn => (State & 0xF000) == 0x1000;

    /// <summary>Microsoft's own, that is Defender.</summary>
    public bool IsDefender => (State & 0x0F00) == 0x0100;

    public bool IsCurrent => (State & 0x00F0) == 0;

    public static RegisteredAntivirus Of(CimObject row) => new(row.String("displayName") ?? "", row.UInt32("productState"));
}
