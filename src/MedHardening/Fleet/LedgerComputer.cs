namespace MedHardening.Fleet;

/// <summary>One line of the 台帳.</summary>
/// <param name="Name">Identity: the computer's own name, as in its certificate and service principal name.</param>
/// <param name="Address">Where to connect; the name when the ledger gives no address.</param>
/// <param name="Role">A role of the official form or of the baseline.</param>
/// <param name="Line">Line of the ledger file, 1-based; 0 when the computer was named otherwise.</param>
public sealed record LedgerComputer(string Name, string Address, string Role, Handling Handling, int Line)
{
    public string? Vendor { get; init; }

    public string? Serial { get; init; }

    public string? Place { get; init; }

    /// <summary>Operating system as the ledger says it; decides nothing unless it names one that is not Windows.</summary>
    public string? OperatingSystem { get; init; }

    /// <summary>TCP port when it is not the default one.</summary>
    public int? Port { get; init; }

    /// <summary>作業時間帯: when it may be changed; null for any time.</summary>
    public MaintenanceWindow? Window { get; init; }
}

/// <summary>操作: how far the tool may go with a computer.</summary>
public enum Handling
{
    /// <summary>参照のみ: may be read. The default.</summary>
    ReadOnly,

    /// <summary>可: may be read and written.</summary>
    Writable,

    /// <summary>接触不可: must not even be asked.</summary>
    NotContactable,
}
