using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Simulator.Shells;
using YamlDotNet.RepresentationModel;

namespace MedHardening.Simulator.Hosts;

/// <summary>Reads what a host's local policies say otherwise than those of a fresh Windows: <c>systemAccess</c> by key, <c>audit</c> by the middle of the GUID.</summary>
internal sealed class PolicySection(YamlReading yaml, HostDraft draft)
{
    public void Lay(YamlNode section)
    {
        foreach ((YamlScalarNode key, YamlNode value) in yaml.Entries(section))
        {
            switch (key.Value)
            {
                case "systemAccess":
                    Dictionary<string, string> access = new(draft.Policy.SystemAccess, StringComparer.Ordinal);
                    foreach ((YamlScalarNode name, YamlNode text) in yaml.Entries(value))
                        access[name.Value!] = yaml.Text(text);
                    draft.Policy = draft.Policy with { SystemAccess = access };
                    break;
                case "audit":
                    Dictionary<string, int> audit = new(draft.Policy.Audit, StringComparer.OrdinalIgnoreCase);
                    foreach ((YamlScalarNode part, YamlNode setting) in yaml.Entries(value))
                        audit[Known(part)] = Setting(setting);
                    draft.Policy = draft.Policy with { Audit = audit };
                    break;
                default: throw yaml.Fault(key, "'" + key.Value + "' is not known here");
            }
        }
    }

    private string Known(YamlScalarNode part) => AuditSubcategories.All.Any(s => s.Part.Equals(part.Value, StringComparison.OrdinalIgnoreCase))
        ? part.Value!
        : throw yaml.Fault(part, "'" + part.Value + "' is no subcategory");

    private int Setting(YamlNode node) =>
        int.TryParse(yaml.Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out int setting) && setting <= 3
            ? setting
            : throw yaml.Fault(node, "0 (none), 1 (success), 2 (failure) or 3 (both) expected");
}
