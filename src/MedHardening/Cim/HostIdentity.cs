using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>Who answers: a measurement of the wrong machine (a re-used DHCP address) must not count for the right one.</summary>
public sealed record HostIdentity(string Name, string Domain, string Caption, string BuildNumber)
{
    /// <summary>Whether <see cref="Domain"/> is a directory domain, and not the name of a workgroup.</summary>
    public bool IsInDomain { get; init; }

    /// <exception cref="CimFault">The host does not tell.</exception>
    public static async Task<HostIdentity> ReadAsync(ICimSession session, CancellationToken cancel)
    {
        CimObject computer = await session.SingleAsync("Win32_ComputerSystem", cancel).ConfigureAwait(false);
        CimObject system = await session.SingleAsync("Win32_OperatingSystem", cancel).ConfigureAwait(false);
        string name = computer.String("DNSHostName") ?? computer.String("Name") ?? "";
        if (name.Length == 0)
            throw new CimFault(CimFaultKind.Protocol, "Win32_ComputerSystem: no name") { Host = session.Target.Name };
        return new HostIdentity(
            name, computer.String("Domain") ?? "", system.String("Caption") ?? "", system.String("BuildNumber") ?? "")
        {
            IsInDomain = computer.Boolean("PartOfDomain") == true,
        };
    }

    /// <summary>
    /// Whether <paramref name="expected"/> (short name, NetBIOS name of at most 15 characters, or FQDN) can be this host.
    /// An IP address says nothing about the name and matches every host.
    /// </summary>
    public bool IsCalled(string expected)
    {
        if (IPAddress.TryParse(expected, out _))
            return true;
        return IsSameComputer(Name, expected);
    }

    /// <summary>Whether two names, each short, NetBIOS or fully qualified, can be of one computer.</summary>
    internal static bool IsSameComputer(string name, string expected)
    {
        string label = FirstLabel(expected);
        string own = FirstLabel(name);
        return string.Equals(label, own, StringComparison.OrdinalIgnoreCase)
            || (own.Length == NetBiosLength && label.StartsWith(own, StringComparison.OrdinalIgnoreCase))
            || (label.Length == NetBiosLength && own.StartsWith(label, StringComparison.OrdinalIgnoreCase));
    }

    private const int NetBiosLength = 15;

    private static string FirstLabel(string name)
    {
        int dot = name.IndexOf('.');
        return dot < 0 ? name : name.Substring(0, dot);
    }
}
