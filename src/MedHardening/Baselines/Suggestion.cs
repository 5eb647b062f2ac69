using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Baselines;

/// <summary>What a person may have meant by a word that is not known.</summary>
public static class Suggestion
{
    private const int LongestWord = 64;
    private const int MostListed = 40;

    /// <summary>The nearest of the known words; null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        int far = Math.Max(1, word.Length / 3);
        return known
            .Select(k => (Word: k, Distance: Math.Min(IsBeginning(word, k) ? far : int.MaxValue, Distance(Plain(word), Plain(k)))))
            .Where(k => k.Distance <= far)
            .OrderBy(k => k.Distance).ThenBy(k => k.Word, StringComparer.Ordinal)
            .Select(k => k.Word)
            .FirstOrDefault();
    }

    /// <summary>Two sentences: the nearest word, if there is one, and all known words.</summary>
    public static Text Of(string word, IReadOnlyCollection<string> known)
    {
        string list = string.Join(", ", known.Take(MostListed)) + (known.Count > MostListed ? ", …" : "");
        string? nearest = Nearest(word, known);
        return nearest is null
            ? new Text($"使えるのは次のとおりです: {list}", $"Known: {list}")
            : new Text($"「{nearest}」のことですか。使えるのは次のとおりです: {list}", $"Did you mean '{nearest}'? Known: {list}");
    }

    // 参照 for 参照のみ: the distance is long for so short a word.
    private static bool IsBeginning(string word, string known) =>
        word.Length > 1 && known.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static string Plain(string word) => word.ToLowerInvariant();

    // Optimal string alignment: one insertion, deletion, replacement or swap of neighbours each costs one.
    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                int replace = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replace, 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[a.Length, b.Length];
    }
}
