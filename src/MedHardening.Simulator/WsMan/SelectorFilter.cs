using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.WsMan;

/// <summary>The filter that compares properties with selectors (MS-WSMV §3.1.4.1.13, §4.9).</summary>
internal static class SelectorFilter
{
    /// <exception cref="WsManFault">It names something that cannot be compared, or names it twice.</exception>
    public static Func<CimInstance, bool> Compile(BodyNode filter, CimClass type, SimulatedHost host)
    {
        List<BodyNode> selectors = filter.Child("SelectorSet")?.Children ?? throw Faults.InvalidFilter();
        List<(int Index, string Value)> wanted = [];
        foreach (BodyNode selector in selectors)
        {
            int index = type.IndexOf(selector.NameAttribute ?? "");
            bool isComparable = index >= 0 && type.Properties[index].Type is { IsArray: false } of
                && of.Kind is not (CimKind.DateTime or CimKind.Interval or CimKind.Reference or CimKind.Object);
            if (!isComparable || selector.Text.AsSpan().ContainsAny('"', '\'') || wanted.Exists(w => w.Index == index))
                throw Faults.InvalidFilter();
            wanted.Add((index, selector.Text));
        }
        return i => wanted.All(w =>
            i[w.Index] is { } value && host.Identity.Fill(CimText.Of(value)).Equals(w.Value, StringComparison.OrdinalIgnoreCase));
    }
}
