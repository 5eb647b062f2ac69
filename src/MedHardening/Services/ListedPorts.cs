using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Cim;

namespace MedHardening.Services;

/// <summary>The ports of a host as lines of a baseline: one for each number and program, whatever addresses it listens on.</summary>
internal static class ListedPorts
{
    public static IReadOnlyList<PortEntry> Of(IReadOnlyList<ListeningPort> ports) => ports
        .Select(p => (Port: p, Entry: Entry(p)))
        .GroupBy(p => (p.Entry.Name, p.Entry.Owner))
        .OrderBy(g => g.First().Port.Protocol).ThenBy(g => g.First().Port.Port).ThenBy(g => g.Key.Owner, StringComparer.OrdinalIgnoreCase)
        .Select(g => g.First().Entry with { Loopback = g.All(p => p.Port.IsLoopback) })
        .ToArray();

    private static PortEntry Entry(ListeningPort port) => new()
    {
        Name = (port.Protocol == PortProtocol.Tcp ? "tcp/" : "udp/") + port.Port.ToString(CultureInfo.InvariantCulture),
        Process = port.Process,
        Service = port.Services.Count == 1 ? port.Services[0] : null,
        Path = port.Path,
    };
}
