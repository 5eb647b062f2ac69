using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;
using MedHardening.Checklist.Records;

namespace MedHardening.Baselines;

/// <summary>Holds each part of a facility record against the rules that it knows itself, and puts the place to what is wrong.</summary>
internal sealed class RecordRules(ChecklistProfile profile, FaultList faults)
{
    public void Check(object record, YamlMap map)
    {
        if (record is not IRuled ruled)
        {
            return;
        }

        foreach (Mistake mistake in ruled.Mistakes(profile))
        {
            faults.Add(PlaceOf(map, mistake.At), mistake.Text);
        }
    }

    private static Place PlaceOf(YamlNode node, object[] way)
    {
        foreach (object step in way)
        {
            YamlNode? next = (node, step) switch
            {
                (YamlMap map, string key) => map[key],
                (YamlList list, int index) => list.Items[index],
                _ => null,
            };
            node = next ?? node;
        }

        return node.Place;
    }
}
