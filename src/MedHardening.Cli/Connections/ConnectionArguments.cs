using System;
using MedHardening.Cim;

namespace MedHardening.Cli.Connections;

/// <summary>How the person wants the computers reached. Holds no password.</summary>
internal sealed record ConnectionArguments
{
    public string? UserName { get; init; }

    public bool PasswordStdin { get; init; }

    public CimAuthentication Authentication { get; init; }

    public int? Port { get; init; }

    public bool UseSsl { get; init; }

    public string? Spn { get; init; }

    public TlsArguments Tls { get; init; } = new();

    /// <summary>Commands may be run on computers that the ledger says may be written to.</summary>
    public bool AllowRemoteShell { get; init; }

    public int ThrottleLimit { get; init; }

    public TimeSpan ConnectionTimeout { get; init; }

    public TimeSpan OperationTimeout { get; init; }
}
