using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Checks;

/// <summary>Every check of this assembly, in the order of their ids.</summary>
public static class CheckCatalog
{
    public static IReadOnlyList<Check> All { get; } = typeof(Check).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && typeof(Check).IsAssignableFrom(t))
        .Select(t => (Check)Activator.CreateInstance(t, nonPublic: true)!)
        .OrderBy(c => c.Id, StringComparer.Ordinal)
        .ToArray();

    /// <summary>The check with that id, or null.</summary>
    public static Check? Find(string id) => All.FirstOrDefault(c => c.Id == id);
}
