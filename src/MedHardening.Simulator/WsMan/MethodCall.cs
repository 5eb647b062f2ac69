using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.WsMan;

/// <summary>
/// The input of a method: names compare with case (https://learn.microsoft.com/windows/win32/winrm/resource-uris), neither the wrapper
/// nor the namespaces matter.
/// </summary>
internal sealed class MethodCall(string method, BodyNode? wrapper, IReadOnlyDictionary<string, string> context)
{
    private readonly List<BodyNode> _parameters = wrapper?.Children ?? [];

    public string Method => method;

    /// <summary>Whether a method of the simulated classes changes nothing.</summary>
    public static bool OnlyReads(string method) =>
        method.StartsWith("Get", StringComparison.Ordinal) || method.StartsWith("Enum", StringComparison.Ordinal) || method == "CheckAccess";

    /// <summary>The WMI context: options that began with <c>wmi:</c> (MS-WSMV §3.1.4.1.10).</summary>
    public IReadOnlyDictionary<string, string> Context => context;

    /// <summary>Null when the parameter is absent or nil.</summary>
    public string? Text(string name)
    {
        BodyNode? node = _parameters.Find(p => p.Name == name);
        return node is null || node.IsNil ? null : node.Text;
    }

    public string[] Texts(string name) => _parameters.Where(p => p.Name == name && !p.IsNil).Select(p => p.Text).ToArray();

    /// <summary>Null when the parameter is absent or nil.</summary>
    /// <exception cref="WsManFault">It is no number, or too large.</exception>
    public ulong? Number(string name, ulong max) => Text(name) is { } text ? Parse(text, max) : null;

    public byte[] Bytes(string name) => Texts(name).Select(t => (byte)Parse(t, byte.MaxValue)).ToArray();

    private static ulong Parse(string text, ulong max) =>
        ulong.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) && number <= max
            ? number
            : throw Faults.InvalidMethodParameters();
}

/// <summary>The output of a method, written in alphabetical order as in MS-WSMV §4.1.4.</summary>
internal sealed class MethodResult
{
    private readonly SortedDictionary<string, (bool IsArray, IReadOnlyList<string>? Values)> _values = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, IReadOnlyList<CimInstance>> _instances = [];

    public MethodResult(uint returnValue) => Set("ReturnValue", returnValue.ToString(CultureInfo.InvariantCulture));

    public MethodResult Set(string name, string? value)
    {
        _values[name] = (false, value is null ? null : [value]);
        return this;
    }

    public MethodResult SetArray(string name, IReadOnlyList<string>? values)
    {
        _values[name] = (true, values);
        return this;
    }

    public MethodResult SetInstances(string name, IReadOnlyList<CimInstance> instances)
    {
        _instances[name] = instances;
        return SetArray(name, null);
    }

    public void WriteTo(Exchange exchange, UriStyle uri)
    {
        ReplyBuffer reply = exchange.Reply;
        bool nullArrays = exchange.Host.Data.Dialect.SendsNullArrays;
        foreach ((string name, (bool isArray, IReadOnlyList<string>? values)) in _values)
        {
            if (_instances.TryGetValue(name, out IReadOnlyList<CimInstance>? instances) && instances.Count > 0)
            {
                InstanceXml.Parameter(name, instances, nullArrays).WriteTo(reply, uri, exchange.Host.Identity);
                continue;
            }
            if (values is null or { Count: 0 })
            {
                if (!isArray || nullArrays)
                    reply.Ascii("<p:").Ascii(name).Raw(" xsi:nil=\"true\"/>"u8);
                continue;
            }
            foreach (string value in values)
                reply.Ascii("<p:").Ascii(name).Raw(">"u8).Text(value).Raw("</p:"u8).Ascii(name).Raw(">"u8);
        }
    }
}
