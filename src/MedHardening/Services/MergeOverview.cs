using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Services;

/// <summary>The head of a merged baseline, which is read in a minute: how much all have, and by name what only few have.</summary>
internal static class MergeOverview
{
    private const int MostNamed = 30;

    public static IEnumerable<string> Of(ServiceBaseline baseline)
    {
        foreach (BaselineSection section in HostInventory.Everything.Where(s => baseline.Section(s) is not null))
        {
            IReadOnlyList<BaselineEntry> entries = baseline.Section(section)!;
            BaselineEntry[] some = entries.Where(e => e.Hosts is not null).OrderBy(e => e.Hosts).ToArray();
            BaselineEntry[] few = some.Where(e => Shares.IsFew(e.Hosts!.Value, baseline.Hosts)).ToArray();
            string word = DifferenceWords.Word(section).Ja + " / " + DifferenceWords.Word(section).En;
            yield return $"{word}: 全台 all {entries.Count - some.Length}, 一部 some {some.Length}"
                + (few.Length == 0 ? "" : "; 少数 few: " + string.Join(", ", few.Take(MostNamed).Select(e => Printable(e.Name) + " (" + e.Hosts + ")")) + (few.Length > MostNamed ? ", …" : ""));
        }
    }

    private static string Printable(string name) => Baselines.Printable.Quote(name);
}
