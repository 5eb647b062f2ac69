using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Simulator.Registry;
using YamlDotNet.RepresentationModel;

namespace MedHardening.Simulator.Hosts;

/// <summary>
/// The <c>registry</c> of a host file, laid over that of its base. A value that is null is removed; a key that is null is
/// removed with all below it; <c>$deny: true</c> closes a key to everyone, <c>$readOnly: true</c> lets nobody write to it.
/// </summary>
internal sealed class RegistrySection(YamlReading yaml, HostDraft draft)
{
    public void Lay(YamlNode section)
    {
        foreach ((YamlScalarNode name, YamlNode content) in yaml.Entries(section))
        {
            string[] path = RegistryTree.Split(name.Value!)
                ?? throw yaml.Fault(name, "a key begins with HKLM, HKU, HKCU, HKCR or HKCC");
            draft.Registry = YamlReading.IsNull(content)
                ? RegistryTree.Remove(draft.Registry, path)
                : RegistryTree.Edit(draft.Registry, path, key => Lay(key, content));
        }
    }

    private RegistryKey Lay(RegistryKey key, YamlNode content)
    {
        foreach ((YamlScalarNode name, YamlNode value) in yaml.Entries(content))
        {
            if (name.Value == "$deny")
                key = key.With(yaml.Flag(value) ? KeyAccess.None : KeyAccess.Full);
            else if (name.Value == "$readOnly")
                key = key.With(yaml.Flag(value) ? KeyAccess.Read : KeyAccess.Full);
            else
                key = YamlReading.IsNull(value) ? key.WithoutValue(name.Value!) : key.With(Value(name.Value!, value));
        }
        return key;
    }

    private RegistryValue Value(string name, YamlNode node)
    {
        List<KeyValuePair<YamlScalarNode, YamlNode>> entries = yaml.Entries(node).ToList();
        if (entries.Count != 1)
            throw yaml.Fault(node, "one type with its data expected, such as {dword: 1}");
        (YamlScalarNode type, YamlNode data) = entries[0];
        return type.Value switch
        {
            "string" => new RegistryValue(name, RegistryType.String, TextOrEmpty(data)),
            "expandString" => new RegistryValue(name, RegistryType.ExpandString, TextOrEmpty(data)),
            "dword" => new RegistryValue(name, RegistryType.DWord, (uint)Number(data, uint.MaxValue)),
            "qword" => new RegistryValue(name, RegistryType.QWord, Number(data, ulong.MaxValue)),
            "binary" => new RegistryValue(
                name, RegistryType.Binary, yaml.Items(data).Select(b => (byte)Number(b, byte.MaxValue)).ToArray()),
            "multiString" => new RegistryValue(name, RegistryType.MultiString, yaml.Items(data).Select(TextOrEmpty).ToArray()),
            _ => throw yaml.Fault(type, "'" + type.Value + "' is no registry type"),
        };
    }

    private string TextOrEmpty(YamlNode node) => YamlReading.IsNull(node) ? "" : yaml.Text(node);

    private ulong Number(YamlNode node, ulong max)
    {
        string text = yaml.Text(node);
        bool isNumber = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong number)
            : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
        return isNumber && number <= max
            ? number
            : throw yaml.Fault(node, "'" + text + "' is no number up to " + max.ToString(CultureInfo.InvariantCulture));
    }
}
