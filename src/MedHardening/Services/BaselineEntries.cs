using System;
using System.Collections.Generic;
using MedHardening.Cim;

namespace MedHardening.Services;

/// <summary>A service; instances of per-user services are folded into their template.</summary>
public sealed record ServiceEntry : BaselineEntry
{
    public ServiceStartType Start { get; init; }

    public ServiceRun State { get; init; }

    /// <summary>Something else than the start of Windows starts it, too: a device, an address, a policy.</summary>
    public bool Trigger { get; init; }

    /// <summary>Runs once for each signed-in user: whether it does right now says nothing.</summary>
    public bool PerUser { get; init; }

    public string? DisplayName { get; init; }

    public string? Account { get; init; }

    /// <summary>The program, without arguments; null when the account that asked may not see it.</summary>
    public string? Path { get; init; }

    public string? Arguments { get; init; }

    /// <summary>The path has spaces and no quotation marks, so that Windows may start another program (CWE-428).</summary>
    public bool Unquoted { get; init; }

    internal override BaselineSection Section => BaselineSection.Services;

    internal bool StartsItself => Start is ServiceStartType.Automatic or ServiceStartType.AutomaticDelayed or ServiceStartType.Boot or ServiceStartType.System;

    internal bool IsActive => StartsItself || State is not (ServiceRun.Stopped or ServiceRun.Unknown);
}

/// <summary>An installed program.</summary>
public sealed record ProgramEntry : BaselineEntry
{
    public string? Version { get; init; }

    public string? Publisher { get; init; }

    public ProgramScope Scope { get; init; }

    public DateTime? InstalledOn { get; init; }

    /// <summary>Its folder; where the installer does not tell, that of its uninstaller.</summary>
    public string? Folder { get; init; }

    /// <summary>A part of another program, or hidden from the list by its installer.</summary>
    public bool Hidden { get; init; }

    internal override BaselineSection Section => BaselineSection.Programs;
}

/// <summary>A listening port; the name is <c>tcp/445</c> or <c>udp/137</c>.</summary>
public sealed record PortEntry : BaselineEntry
{
    public string? Process { get; init; }

    /// <summary>The service, when the process has exactly one.</summary>
    public string? Service { get; init; }

    public string? Path { get; init; }

    /// <summary>Reached from the computer itself only.</summary>
    public bool Loopback { get; init; }

    internal override BaselineSection Section => BaselineSection.Ports;

    internal string Owner => Service ?? Process ?? "";
}

/// <summary>A scheduled task outside <c>\Microsoft\</c>.</summary>
public sealed record TaskEntry : BaselineEntry
{
    public bool Enabled { get; init; } = true;

    public string? Account { get; init; }

    public IReadOnlyList<string> Commands { get; init; } = [];

    internal override BaselineSection Section => BaselineSection.Tasks;
}

/// <summary>What starts when somebody signs in.</summary>
public sealed record AutorunEntry : BaselineEntry
{
    public required string Place { get; init; }

    public string Command { get; init; } = "";

    internal override BaselineSection Section => BaselineSection.Autoruns;

    internal bool IsOfUser => Place.StartsWith("HKCU", StringComparison.OrdinalIgnoreCase) || Place == "Startup";
}

/// <summary>An optional feature of Windows that is on.</summary>
public sealed record FeatureEntry : BaselineEntry
{
    internal override BaselineSection Section => BaselineSection.Features;
}

/// <summary>An update of Windows; the name is its number, such as KB5044284.</summary>
public sealed record UpdateEntry : BaselineEntry
{
    public DateTime? InstalledOn { get; init; }

    internal override BaselineSection Section => BaselineSection.Updates;
}
