namespace MedHardening.Simulator.Hosts;

/// <summary>What versions of Windows say in different ways; none of it is wrong.</summary>
internal sealed record HostDialect
{
    /// <summary>What StdRegProv returns for an absent value in a key that exists: 2 by default, 1 on some Windows versions.</summary>
    public uint RegistryAbsentCode { get; init; } = 2;

    /// <summary>
    /// Sends one nil element for a null array (MS-WSMV §3.1.4.1.26), instead of leaving it out as Windows Server 2008 and 2012 were seen to do.
    /// </summary>
    public bool SendsNullArrays { get; init; }

    /// <summary>WMI faults as <c>f:WSManFault</c> with <c>f:ProviderFault</c> (Windows 7, 2008 R2), not as <c>p:MSFT_WmiError</c>.</summary>
    public bool HasClassicFaults { get; init; }
}
