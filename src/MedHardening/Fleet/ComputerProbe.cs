using MedHardening.Cim.Probing;

namespace MedHardening.Fleet;

/// <summary>How far one gets with one computer.</summary>
public sealed record ComputerProbe(LedgerComputer Computer, ConnectionReport Report)
{
    /// <summary>
    /// Whether it is a Windows Server: as measured, else as the ledger says; null when nobody knows.
    /// </summary>
    public bool? IsServer => Report.IsServer ?? LedgerSays();

    private bool? LedgerSays() => Computer.Line == 0 ? null
        : Computer.OperatingSystem is { Length: > 0 } system ? system.IndexOf("Server", System.StringComparison.OrdinalIgnoreCase) >= 0
        : Computer.Role == Checklist.Roles.Server ? true
        : Computer.Role == Checklist.Roles.Client ? false
        : null;
}
