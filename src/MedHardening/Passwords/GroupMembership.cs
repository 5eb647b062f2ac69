using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Domains;

namespace MedHardening.Passwords;

/// <summary>Which groups an account is in, directly, through its primary group, and through groups in groups.</summary>
internal sealed class GroupMembership
{
    /// <summary>Global security groups, the only ones that a PSO counts for (MS-ADTS §3.1.1.4.5.36; groupType bits 0x80000000 and 2).</summary>
    public const string Filter = "(&(objectCategory=group)(groupType:1.2.840.113556.1.4.803:=2147483650))";

    private readonly Dictionary<string, IReadOnlyList<string>> _parents;
    private readonly Dictionary<string, string> _bySid;
    private readonly Dictionary<string, IReadOnlyCollection<string>> _closures = new(StringComparer.OrdinalIgnoreCase);

    public GroupMembership(IReadOnlyList<DirectoryEntry> groups)
    {
        _parents = groups.ToDictionary(g => g.DistinguishedName, g => g["memberOf"], StringComparer.OrdinalIgnoreCase);
        _bySid = groups.Where(g => g["objectSid"].Count > 0)
            .GroupBy(g => g["objectSid"][0]).ToDictionary(g => g.Key, g => g.First().DistinguishedName);
    }

    public static IReadOnlyList<string> Attributes { get; } = ["objectSid", "memberOf"];

    /// <summary>Distinguished names, each once.</summary>
    public IReadOnlyCollection<string> Of(DomainAccount account)
    {
        HashSet<string> all = new(StringComparer.OrdinalIgnoreCase);
        foreach (string group in account.Groups.Concat(Primary(account)))
            all.UnionWith(Closure(group));
        return all;
    }

    private IEnumerable<string> Primary(DomainAccount account)
    {
        int end = account.Sid.LastIndexOf('-');
        return end > 0 && _bySid.TryGetValue(account.Sid.Substring(0, end + 1) + account.PrimaryGroup, out string? group) ? [group] : [];
    }

    // Most accounts are in the same few groups, so what is above each is found once. Groups may be in each other.
    private IReadOnlyCollection<string> Closure(string group)
    {
        if (_closures.TryGetValue(group, out IReadOnlyCollection<string>? known))
            return known;
        HashSet<string> found = new(StringComparer.OrdinalIgnoreCase);
        Stack<string> open = new([group]);
        while (open.Count > 0)
        {
            string next = open.Pop();
            // What is not in the list is of another kind, or not readable; nothing is inherited through it.
            if (_parents.TryGetValue(next, out IReadOnlyList<string>? parents) && found.Add(next))
            {
                foreach (string parent in parents)
                    open.Push(parent);
            }
        }
        return _closures[group] = found;
    }
}
