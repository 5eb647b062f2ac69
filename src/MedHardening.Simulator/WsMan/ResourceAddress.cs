using System;
using System.Collections.Generic;
using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.WsMan;

/// <summary>What a request is about: a class of a namespace, or a whole namespace, and the selectors of an instance.</summary>
internal sealed class ResourceAddress
{
    private const string AnyClass = "*";
    private const string NamespaceSelector = "__cimnamespace";
    private const string DmtfDefaultNamespace = "root/hardware"; // MS-WSMV §3.1.4.1.1
    private const string Wmi = "http://schemas.microsoft.com/wbem/wsman/1/wmi/";

    private static readonly string[] s_dmtf =
    [
        "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/",
        "http://schemas.microsoft.com/wbem/wscim/1/cim-schema/2/",
        "http://schemas.dmtf.org/wbem/wscim/1/",
    ];

    private ResourceAddress(string ns, string className, bool isDmtf)
    {
        Namespace = ns;
        ClassName = className;
        IsDmtf = isDmtf;
    }

    public string Namespace { get; }

    public string ClassName { get; }

    public bool IsDmtf { get; }

    public bool IsAnyClass => ClassName == AnyClass;

    /// <summary>Without <c>__cimnamespace</c>.</summary>
    public List<KeyValuePair<string, string>> Selectors { get; } = [];

    /// <exception cref="WsManFault">The URI is absent or of no kind that WMI serves, or it contradicts the selectors.</exception>
    public static ResourceAddress Of(WsManRequest request)
    {
        string uri = request.ResourceUri ?? throw Faults.InvalidResourceUri();
        string? chosen = null;
        List<KeyValuePair<string, string>> selectors = [];
        foreach (KeyValuePair<string, string> selector in request.Selectors)
        {
            if (selector.Key.Equals(NamespaceSelector, StringComparison.OrdinalIgnoreCase))
                chosen = selector.Value.Trim();
            else
                selectors.Add(selector);
        }
        ResourceAddress address = Parse(uri, chosen) ?? throw Faults.InvalidResourceUri();
        address.Selectors.AddRange(selectors);
        return address;
    }

    private static ResourceAddress? Parse(string uri, string? chosen)
    {
        if (uri.StartsWith(Wmi, StringComparison.OrdinalIgnoreCase))
        {
            string path = uri[Wmi.Length..];
            int slash = path.LastIndexOf('/');
            if (slash <= 0 || slash == path.Length - 1)
                return null;
            string ns = path[..slash];
            if (chosen is not null && CimNamespace.Normal(chosen) != CimNamespace.Normal(ns))
                throw Faults.DifferentNamespaces(); // MS-WSMV §3.1.4.1.1 note 46
            return new ResourceAddress(ns, path[(slash + 1)..], false);
        }
        foreach (string prefix in s_dmtf)
        {
            if (!uri.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                continue;
            string name = uri[prefix.Length..];
            return name.Length == 0 || name.Contains('/') ? null : new ResourceAddress(chosen ?? DmtfDefaultNamespace, name, true);
        }
        return null;
    }
}
