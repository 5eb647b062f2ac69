using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;

namespace MedHardening.Baselines;

/// <summary>
/// What the machines must be like, role by role. A check that the baseline does not mention runs with its default
/// settings: leaving a section out never makes a result better.
/// </summary>
public sealed class Baseline
{
    private readonly IReadOnlyDictionary<string, BaselineRole> _roles;

    public Baseline(BaselineReference reference, string name, string profileId, IReadOnlyList<BaselineRole> roles)
    {
        Reference = reference;
        Name = name;
        ProfileId = profileId;
        _roles = roles.ToDictionary(r => r.Name, StringComparer.OrdinalIgnoreCase);
    }

    public BaselineReference Reference { get; }

    public string Name { get; }

    /// <summary>Id of the checklist profile it is written for.</summary>
    public string ProfileId { get; }

    /// <summary>The official roles and the baseline's own.</summary>
    public IEnumerable<BaselineRole> Roles => _roles.Values;

    /// <summary>The role of that name, or null.</summary>
    public BaselineRole? Role(string name) => _roles.TryGetValue(name, out BaselineRole? role) ? role : null;
}

/// <summary>One role of a baseline: which line of the form its computers belong to, and the settings of every check.</summary>
/// <param name="Is">The official role (<see cref="Roles"/>) that decides the line of the form.</param>
/// <param name="Settings">Settings by check id, <c>defaults:</c> already joined in; a check that is not in it has its default settings.</param>
/// <param name="Off">Checks that are switched off for the role, with the reason that the baseline gives.</param>
public sealed record BaselineRole(
    string Name, string Is, IReadOnlyDictionary<string, object> Settings, IReadOnlyDictionary<string, string> Off)
{
    public object SettingsOf(Check check) =>
        Settings.TryGetValue(check.Id, out object? settings) ? settings : check.DefaultSettings();
}
