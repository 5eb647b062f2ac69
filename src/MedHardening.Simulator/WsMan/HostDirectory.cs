using System;
using System.Collections.Generic;
using System.Net;

namespace MedHardening.Simulator.WsMan;

/// <summary>Which host a request is for: the one whose address it came to, else the one that the Host header names.</summary>
internal sealed class HostDirectory
{
    private readonly Dictionary<IPAddress, SimulatedHost?> _byAddress = [];
    private readonly Dictionary<string, SimulatedHost> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">Two hosts have one name.</exception>
    public HostDirectory(IReadOnlyList<SimulatedHost> hosts)
    {
        foreach (SimulatedHost host in hosts)
        {
            if (!_byName.TryAdd(host.Name, host))
                throw new ArgumentException("two hosts are called " + host.Name, nameof(hosts));
            // An address that several hosts have tells nothing.
            if (!_byAddress.TryAdd(host.Address, host))
                _byAddress[host.Address] = null;
        }
    }

    public SimulatedHost? Find(IPAddress? local, string? name)
    {
        if (local is { IsIPv4MappedToIPv6: true })
            local = local.MapToIPv4();
        if (local is not null && _byAddress.TryGetValue(local, out SimulatedHost? host) && host is not null)
            return host;
        if (string.IsNullOrEmpty(name))
            return null;
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return _byName.TryGetValue(dot < 0 ? name : name[..dot], out host) ? host : null;
    }
}
