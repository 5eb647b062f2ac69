using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.PowerShell;

/// <summary>The parameters that every cmdlet has which reaches computers: which ones, and how.</summary>
public abstract class TargetCmdlet : StoppableCmdlet
{
    private protected const string ByLedger = "Ledger";
    private protected const string ByName = "ComputerName";

    private readonly List<LedgerComputer> _named = new();

    [Parameter(Mandatory = true, ParameterSetName = ByName, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CN", "PSComputerName", "Name", "DNSHostName")]
    [ValidateNotNullOrEmpty]
    public string[] ComputerName { get; set; } = [];

    /// <summary>Role of computers that no ledger tells the role of: of the official form or of the baseline.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByLedger)]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string Role { get; set; } = Roles.Client;

    [Parameter(ParameterSetName = ByLedger)]
    [ValidateNotNullOrEmpty]
    public string? Ledger { get; set; }

    /// <summary>Folder of recordings to judge instead of the computers; without ledger and names all of them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Snapshot { get; set; }

    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    [Parameter]
    public CimAuthentication Authentication { get; set; }

    [Parameter]
    public SwitchParameter UseSsl { get; set; }

    /// <summary>TCP port; without it the ledger's, else 5985, or 5986 with <see cref="UseSsl"/>.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int? Port { get; set; }

    /// <summary>File with the certificate (PEM or DER) of the authority that issued the computers' certificates.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CaCertificate { get; set; }

    /// <summary>How many computers are asked at a time.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 32;

    /// <summary>How long a connection may take.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int ConnectionTimeoutSec { get; set; } = 10;

    /// <summary>How long one answer may take.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int OperationTimeoutSec { get; set; } = 60;

    /// <summary>Collects the names; the work begins when the last one is known.</summary>
    protected sealed override void ProcessRecord()
    {
        foreach (string name in ComputerName)
        {
            if (HostName.IsAddress(name))
                _named.Add(new LedgerComputer(name, name, Roles.Parse(Role), Handling.ReadOnly, 0));
            else
                WriteError(ErrorRecords.NotAComputerName(name));
        }
    }

    /// <summary>Ends the cmdlet when nothing says which computers are meant, or two things do.</summary>
    private protected void EnsureTargets()
    {
        if (ParameterSetName == ByLedger && Ledger is null && Snapshot is null)
            throw this.End(ErrorRecords.NoTargets());
        if (Roles.Parse(Role) == Roles.Network)
            throw this.End(ErrorRecords.RoleNotMeasured(Role));
        if (Ledger is not null && MyInvocation.BoundParameters.ContainsKey(nameof(Role)))
            throw this.End(ErrorRecords.RoleWithLedger());
    }

    /// <summary>Computers in the role of <see cref="Role"/>.</summary>
    private protected IReadOnlyList<LedgerComputer> InRole(IEnumerable<string> names) =>
        names.Select(n => new LedgerComputer(n, n, Roles.Parse(Role), Handling.ReadOnly, 0)).ToArray();

    /// <summary>The computers that were named, each once.</summary>
    private protected IReadOnlyList<LedgerComputer> Named =>
        _named.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Select(g => g.First()).ToArray();

    /// <summary>How a computer is reached. Made once, on the pipeline's thread; what it returns is called on any.</summary>
    private protected Func<LedgerComputer, CimTarget> Targets()
    {
        var credential = Credential?.GetNetworkCredential();
        string? authority = CaCertificate is null ? null : this.ExistingFile(CaCertificate, "CaCertificateNotFound");
        return computer => new CimTarget(computer.Name)
        {
            Address = computer.Address,
            Port = Port ?? computer.Port,
            UseSsl = UseSsl,
            Credential = credential,
            Authentication = Authentication,
            CaCertificatePath = authority,
            ConnectTimeout = TimeSpan.FromSeconds(ConnectionTimeoutSec),
            OperationTimeout = TimeSpan.FromSeconds(OperationTimeoutSec),
        };
    }
}
