using System.Linq;
using MedHardening.Baselines;

namespace MedHardening.Checklist.Records;

/// <summary>Items of the checklist, named by a person inside a section of the record.</summary>
internal static class ItemWords
{
    public static Text Unknown(string word, ChecklistProfile profile)
    {
        string given = Printable.Quote(word);
        Text known = Suggestion.Of(given, profile.Items.Select(i => i.Key).Concat(profile.Items.Select(i => i.Number)).ToArray());
        return new($"チェックリストに「{given}」はありません。{known.Ja}", $"the checklist has no '{given}'. {known.En}");
    }
}
