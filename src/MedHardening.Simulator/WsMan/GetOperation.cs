using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.WsMan;

/// <summary>Transfer Get of one instance.</summary>
internal static class GetOperation
{
    public static void Get(Exchange exchange)
    {
        ResourceAddress address = ResourceAddress.Of(exchange.Request);
        CimInstance instance = Find(exchange, address);
        exchange.Begin(Names.Transfer + "/GetResponse");
        InstanceXml.Element(instance, exchange.Host.Data.Dialect.SendsNullArrays, location: true)
            .WriteTo(exchange.Reply, new UriStyle(instance.Class.Namespace, address.IsDmtf), exchange.Host.Identity);
    }

    public static CimClass FindClass(SimulatedHost host, ResourceAddress address)
    {
        if (!host.Data.HasNamespace(address.Namespace))
            throw Faults.InvalidNamespace(address.Namespace);
        return host.Data.FindClass(address.Namespace, address.ClassName)
            ?? throw Faults.InvalidClass(address.Namespace, address.ClassName);
    }

    /// <exception cref="WsManFault">There is no such class or instance, or the selectors are not its keys.</exception>
    public static CimInstance Find(Exchange exchange, ResourceAddress address)
    {
        SimulatedHost host = exchange.Host;
        CimClass type = FindClass(host, address);
        if (address.Selectors.Count == 0 && !type.IsSingleton)
            throw Faults.NotSingleton();
        if (address.Selectors.Exists(s => !type.Keys.Any(k => k.Name.Equals(s.Key, StringComparison.OrdinalIgnoreCase))))
            throw Faults.UnexpectedSelectors();
        if (address.Selectors.Count > 0 && address.Selectors.Count < type.Keys.Count)
            throw Faults.InsufficientSelectors();
        // Names and values of selectors compare without case (MS-WSMV §3.1.4.1.2).
        return Array.Find(exchange.Instances(type), i => address.Selectors.TrueForAll(s => Matches(i, s, host)))
            ?? throw Faults.InstanceNotFound();
    }

    private static bool Matches(CimInstance instance, KeyValuePair<string, string> selector, SimulatedHost host) =>
        instance[selector.Key] is { } value
        && host.Identity.Fill(CimText.Of(value)).Equals(selector.Value, StringComparison.OrdinalIgnoreCase);
}
