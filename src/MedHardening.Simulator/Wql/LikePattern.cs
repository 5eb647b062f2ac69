namespace MedHardening.Simulator.Wql;

/// <summary>
/// LIKE of WQL (https://learn.microsoft.com/windows/win32/wmisdk/like-operator): <c>%</c> any run, <c>_</c> one character,
/// <c>[a-z]</c> one of a set, <c>[^a-z]</c> one not in it. Without regard to case.
/// </summary>
internal static class LikePattern
{
    public static bool Matches(string pattern, string text)
    {
        // The classic walk with one remembered '%': linear for sane patterns, never worse than the product of the lengths.
        int p = 0;
        int t = 0;
        int star = -1;
        int starText = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '%')
            {
                star = p++;
                starText = t;
            }
            else if (p < pattern.Length && One(pattern, p, text[t], out int next))
            {
                p = next;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++starText;
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && pattern[p] == '%')
            p++;
        return p == pattern.Length;
    }

    /// <summary>Whether the element of the pattern at <paramref name="p"/> takes the character; <paramref name="next"/> is behind it.</summary>
    private static bool One(string pattern, int p, char c, out int next)
    {
        next = p + 1;
        if (pattern[p] == '_')
            return true;
        int close = pattern[p] == '[' ? pattern.IndexOf(']', p + 1) : -1;
        if (close < 0)
            return char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(c);
        next = close + 1;
        int at = p + 1;
        bool negate = at < close && pattern[at] == '^';
        if (negate)
            at++;
        char upper = char.ToUpperInvariant(c);
        bool found = false;
        while (at < close)
        {
            char low = char.ToUpperInvariant(pattern[at]);
            bool range = at + 2 < close && pattern[at + 1] is '-' or '=';
            char high = range ? char.ToUpperInvariant(pattern[at + 2]) : low;
            found |= upper >= low && upper <= high;
            at += range ? 3 : 1;
        }
        return found != negate;
    }
}
