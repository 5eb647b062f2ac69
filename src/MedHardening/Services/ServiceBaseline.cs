using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Yaml;

namespace MedHardening.Services;

/// <summary>
/// What was installed, ran and listened on a computer, or on the computers of a role, on one day, with people's decisions. A section
/// that is null was not read; an empty one was read and had nothing.
/// </summary>
public sealed record ServiceBaseline
{
    public const string SchemaId = YamlFile.ServiceBaselineSchema;

    public required string Schema { get; init; }

    /// <summary>The computer it was taken from; null for a merged one.</summary>
    public string? Computer { get; init; }

    /// <summary>The role whose computers were merged.</summary>
    public string? Role { get; init; }

    /// <summary>How many computers were merged.</summary>
    public int Hosts { get; init; } = 1;

    /// <summary>The day, in Japan, on which it was taken.</summary>
    public DateTime? TakenOn { get; init; }

    /// <summary>Caption and build of Windows.</summary>
    public string? Windows { get; init; }

    /// <summary>A decision about every entry that has none of its own: who has looked through the whole list.</summary>
    public bool? Approved { get; init; }

    public string? Reason { get; init; }

    public string? By { get; init; }

    public DateTime? On { get; init; }

    /// <summary>Sections that were to be read and could not be, with the reason, a word in PascalCase.</summary>
    public IReadOnlyDictionary<string, string> NotRead { get; init; } = new Dictionary<string, string>();

    public VolatilePatterns Volatile { get; init; } = new();

    public IReadOnlyList<ServiceEntry>? Services { get; init; }

    public IReadOnlyList<ProgramEntry>? Programs { get; init; }

    public IReadOnlyList<PortEntry>? Ports { get; init; }

    public IReadOnlyList<TaskEntry>? Tasks { get; init; }

    public IReadOnlyList<AutorunEntry>? Autoruns { get; init; }

    public IReadOnlyList<FeatureEntry>? Features { get; init; }

    public IReadOnlyList<UpdateEntry>? Updates { get; init; }

    /// <summary>Services are known by their display name only, and what a list of three columns does not say is not compared.</summary>
    internal bool ByDisplayName { get; private init; }

    /// <summary>The entries of a section, or null when it was not read.</summary>
    public IReadOnlyList<BaselineEntry>? Section(BaselineSection section) => section switch
    {
        BaselineSection.Services => Services,
        BaselineSection.Programs => Programs,
        BaselineSection.Ports => Ports,
        BaselineSection.Tasks => Tasks,
        BaselineSection.Autoruns => Autoruns,
        BaselineSection.Features => Features,
        _ => Updates,
    };

    /// <summary>What was decided about an entry: by itself, else for all.</summary>
    public bool? IsApproved(BaselineEntry entry) => entry.Approved ?? Approved;

    internal static ServiceBaseline OfDisplayNames(IReadOnlyList<ServiceEntry> services) =>
        new() { Schema = SchemaId, Services = services, ByDisplayName = true };

    /// <summary>The same with other entries, made section by section; null leaves a section unread.</summary>
    internal ServiceBaseline With(Func<BaselineSection, IReadOnlyList<BaselineEntry>?> entries) => this with
    {
        Services = entries(BaselineSection.Services)?.Cast<ServiceEntry>().ToArray(),
        Programs = entries(BaselineSection.Programs)?.Cast<ProgramEntry>().ToArray(),
        Ports = entries(BaselineSection.Ports)?.Cast<PortEntry>().ToArray(),
        Tasks = entries(BaselineSection.Tasks)?.Cast<TaskEntry>().ToArray(),
        Autoruns = entries(BaselineSection.Autoruns)?.Cast<AutorunEntry>().ToArray(),
        Features = entries(BaselineSection.Features)?.Cast<FeatureEntry>().ToArray(),
        Updates = entries(BaselineSection.Updates)?.Cast<UpdateEntry>().ToArray(),
    };
}
