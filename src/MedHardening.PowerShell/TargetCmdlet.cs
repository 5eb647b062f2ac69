using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Fleet;
using Microsoft.Management.Infrastructure;

namespace MedHardening.PowerShell;

/// <summary>The parameters that every cmdlet has which reaches computers: which ones, and how.</summary>
public abstract partial class TargetCmdlet : StoppableCmdlet
{
    private protected const string ByLedger = "Ledger";
    private protected const string ByName = "ComputerName";
    private protected const string BySession = "CimSession";

    private readonly List<LedgerComputer> _named = new();
    private readonly Dictionary<string, CimSession> _sessions = new(StringComparer.OrdinalIgnoreCase);
    private bool _isRoleTyped;

    [Parameter(Mandatory = true, ParameterSetName = ByName, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CN", "PSComputerName", "Name", "DNSHostName")]
    [ValidateNotNullOrEmpty]
    public virtual string[] ComputerName { get; set; } = [];

    /// <summary>Sessions of the user's own (New-CimSession). They are used as they are, and stay open.</summary>
    [Parameter(Mandatory = true, ParameterSetName = BySession, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public CimSession[] CimSession { get; set; } = [];

    /// <summary>Role of computers that no ledger tells the role of: of the official form or of the baseline.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = BySession)]
    [Parameter(ParameterSetName = ByLedger)]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string Role { get; set; } = Roles.Client;

    /// <summary>Where to connect, when that is not the name; with the object that a computer comes from down the pipeline.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    public string? Address { get; set; }

    /// <summary>NotContactable travels with a computer down the pipeline: it is not asked. Writing is permitted by a ledger alone.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    public Handling Handling { get; set; } = Handling.ReadOnly;

    /// <summary>The ledger; with names, only these rows of it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Ledger { get; set; }

    /// <summary>What is bound by now was typed; objects of the pipeline may have a role of their own, over which the ledger's counts.</summary>
    protected override void BeginProcessing() => _isRoleTyped = MyInvocation.BoundParameters.ContainsKey(nameof(Role));

    /// <summary>Collects the names; the work begins when the last one is known.</summary>
    protected sealed override void ProcessRecord()
    {
        foreach (string name in ComputerName)
        {
            if (HostName.IsAddress(name))
                _named.Add(new LedgerComputer(name, AddressOf(name), Roles.Parse(Role), Allowed, 0));
            else
                WriteError(ErrorRecords.NotAComputerName(name));
        }
        foreach (CimSession session in CimSession)
        {
            string name = SessionNames.Of(session);
            _sessions[name] = session;
            _named.Add(new LedgerComputer(name, name, Roles.Parse(Role), Handling.ReadOnly, 0));
        }
    }

    private string AddressOf(string name) => ComputerName.Length > 1 || string.IsNullOrEmpty(Address) ? name : Address!;

    // A parameter may forbid. To permit writing is for the ledger alone.
    private Handling Allowed => Handling == Handling.NotContactable ? Handling.NotContactable : Handling.ReadOnly;

    /// <summary>Ends the cmdlet when nothing says which computers are meant, or two things do.</summary>
    private protected void EnsureTargets()
    {
        if (IsNothingNamed && !IsThisComputer)
            throw this.End(ErrorRecords.NoTargets());
        if (Ledger is null && Roles.Parse(Role) == Roles.Network)
            throw this.End(ErrorRecords.RoleNotMeasured(Role));
        if (Ledger is not null && _isRoleTyped)
            throw this.End(ErrorRecords.RoleWithLedger());
    }

    /// <summary>Whether something else than a ledger or names says which computers are meant.</summary>
    private protected virtual bool HasOtherSource => false;

    /// <summary>The computers that were named, each once; this one when nothing was.</summary>
    private protected IReadOnlyList<LedgerComputer> Named => IsThisComputer
        ? [new LedgerComputer(Environment.MachineName, Connections.AddressOfThisComputer(Transport), Roles.Parse(Role), Handling.ReadOnly, 0)]
        : _named.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Select(g => g.First()).ToArray();

    /// <summary>Computers were to come from the pipeline, and none did: that is neither an error nor this computer.</summary>
    private protected bool NoneCame =>
        _named.Count == 0 && (ParameterSetName != ByLedger || (MyInvocation.ExpectingInput && Ledger is null));

    /// <summary>Whether this computer is meant when nothing is named.</summary>
    private protected virtual bool IsForThisComputer => false;

    private bool IsNothingNamed => ParameterSetName == ByLedger && Ledger is null && !HasOtherSource;

    private bool IsThisComputer => IsNothingNamed && IsForThisComputer && Transports.IsWindows;

    /// <summary>The rows of the ledger that were named, or all; a name that is not in it is an error and left out.</summary>
    private protected IReadOnlyList<LedgerComputer> Selected(IReadOnlyList<LedgerComputer> ledger)
    {
        if (ParameterSetName == ByLedger)
            return ledger;
        Dictionary<string, LedgerComputer> rows = ledger.ToDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);
        foreach (LedgerComputer stranger in Named.Where(n => !rows.ContainsKey(n.Name)))
            WriteError(ErrorRecords.NotInLedger(stranger.Name));
        return Named.Where(n => rows.ContainsKey(n.Name)).Select(n => rows[n.Name]).ToArray();
    }
}
