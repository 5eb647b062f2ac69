using System;

namespace MedHardening.Cim.WsMan;

/// <summary>
/// Makes equal short texts one string. The rows of a class, and the hosts of a fleet, say mostly the same (Running, true, names
/// and paths of services): so a fleet's answers need a fraction of the memory. Shared by all sessions of a transport; a
/// race between two threads costs a copy and nothing else, as references are written whole and strings never change.
/// </summary>
internal sealed class TextCache
{
    /// <summary>Longer texts rarely repeat.</summary>
    public const int MaxLength = 256;

    private readonly string?[] _texts = new string?[8192];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return "";
        // The hash is random for each process, so that no host can aim at the entries of another.
        ref string? entry = ref _texts[(uint)string.GetHashCode(text) % _texts.Length];
        string? known = entry;
        if (known is not null && text.SequenceEqual(known))
            return known;
        string added = text.ToString();
        entry = added;
        return added;
    }
}
