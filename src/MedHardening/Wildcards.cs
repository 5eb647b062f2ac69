using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace MedHardening;

/// <summary>A list of names in which <c>*</c> stands for any characters; case does not matter.</summary>
internal sealed class Wildcards
{
    private readonly HashSet<string> _names;
    private readonly Regex[] _patterns;

    public Wildcards(IEnumerable<string> names)
    {
        ILookup<bool, string> byKind = names.ToLookup(n => n.Contains('*'));
        _names = new HashSet<string>(byKind[false], StringComparer.OrdinalIgnoreCase);
        _patterns = byKind[true]
            .Select(Pattern)
            .ToArray();
    }

    /// <summary>One name with <c>*</c> as a regular expression.</summary>
    public static Regex Pattern(string name) => new(
        "^" + Regex.Escape(name).Replace("\\*", ".*") + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public bool Match(string name) => _names.Contains(name) || _patterns.Any(p => p.IsMatch(name));
}
