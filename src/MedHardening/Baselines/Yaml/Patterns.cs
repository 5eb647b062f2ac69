using System.Linq;
using System.Reflection;

namespace MedHardening.Baselines.Yaml;

/// <summary>Holds the patterns of a file against <see cref="SelectiveAttribute"/>.</summary>
internal sealed class Patterns(FaultList faults)
{
    /// <summary>False, with a fault for each, when any pattern of the entry matches every name.</summary>
    public bool Hold(PropertyInfo property, YamlEntry entry)
    {
        if (entry.Value is not YamlList list || property.GetCustomAttribute<SelectiveAttribute>() is null)
        {
            return true;
        }

        YamlScalar[] everything = list.Items.OfType<YamlScalar>().Where(s => s.Value.Length > 0 && s.Value.All(c => c == '*')).ToArray();
        foreach (YamlScalar scalar in everything)
        {
            faults.Add(scalar.Place, new Text(
                "「*」だけではすべてを認めることになります。名前を書いてください。点検を止めるなら「off: true」と「reason:」を書きます。",
                "'*' alone would let everything pass. Write names. To switch the check off, write 'off: true' and 'reason:'."));
        }

        return everything.Length == 0;
    }
}
