using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Baselines.Sheets;

/// <summary>How alike two wordings are: Dice's coefficient of their pairs of neighbouring characters, from 0 to 1.</summary>
internal static class Likeness
{
    public static double Of(string a, string b)
    {
        List<string> ofA = Pairs(a);
        List<string> ofB = Pairs(b);
        int total = ofA.Count + ofB.Count;
        int shared = ofA.Count(pair => ofB.Remove(pair));
        return total == 0 ? 0 : 2.0 * shared / total;
    }

    private static List<string> Pairs(string text)
    {
        string plain = string.Concat(HalfWidth.Of(text).Where(c => !char.IsWhiteSpace(c) && !char.IsPunctuation(c)));
        return Enumerable.Range(0, Math.Max(0, plain.Length - 1)).Select(i => plain.Substring(i, 2)).ToList();
    }
}
