using System;
using System.Globalization;
using System.Net;

namespace MedHardening.Simulator;

/// <summary>
/// What is different on every copy of an archetype. Host files write it as <c>${name}</c>, <c>${domain}</c>, <c>${serial}</c> and
/// <c>${address}</c> in any text, so that all copies share one set of data.
/// </summary>
internal sealed class HostIdentity
{
    public HostIdentity(string name, string domain, IPAddress address)
    {
        Name = name;
        Domain = domain;
        Address = address.ToString();
        Serial = "SN" + Fnv1a(name).ToString("X8", CultureInfo.InvariantCulture);
    }

    public string Name { get; }

    public string Domain { get; }

    public string Address { get; }

    /// <summary>The same for the same name, always.</summary>
    public string Serial { get; }

    public string Fill(string text)
    {
        if (!text.Contains('$'))
            return text;
        return text.Replace("${name}", Name, StringComparison.Ordinal)
            .Replace("${domain}", Domain, StringComparison.Ordinal)
            .Replace("${serial}", Serial, StringComparison.Ordinal)
            .Replace("${address}", Address, StringComparison.Ordinal);
    }

    private static uint Fnv1a(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = (hash ^ c) * 16777619;
        return hash;
    }
}
