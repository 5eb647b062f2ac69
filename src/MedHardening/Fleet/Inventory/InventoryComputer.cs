using System;

namespace MedHardening.Fleet.Inventory;

/// <summary>One computer of the ledger, of the directory, or of both. Its names are those of parameters, so that it can be piped.</summary>
/// <param name="ComputerName">Its name in the ledger, else its DNS name, else the name of its account.</param>
/// <param name="Role">What the ledger says, else a server by its operating system or as domain controller, else a client.</param>
public sealed record InventoryComputer(string ComputerName, string Address, string Role, Handling Handling)
{
    /// <summary>Null when no ledger was given.</summary>
    public bool? InLedger { get; init; }

    /// <summary>Null when no directory was asked.</summary>
    public bool? InDirectory { get; init; }

    /// <summary>Whether its account is enabled; null without one.</summary>
    public bool? Enabled { get; init; }

    /// <summary>Enabled, and surely not signed in for longer than was asked for.</summary>
    public bool Stale { get; init; }

    /// <summary>When it signed in last; up to 14 days too early (msDS-LogonTimeSyncInterval); null for never.</summary>
    public DateTimeOffset? LastLogon { get; init; }

    public string? OperatingSystem { get; init; }

    public string? OperatingSystemVersion { get; init; }

    /// <summary>Distinguished name of what its account lies in.</summary>
    public string? OrganizationalUnit { get; init; }

    public string? Domain { get; init; }

    public string? Vendor { get; init; }

    public string? Place { get; init; }
}
