using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;
using MedHardening.Domains;
using MedHardening.Fleet;
using MedHardening.Fleet.Inventory;

namespace MedHardening.PowerShell.Commands;

/// <summary>
/// The computers of the ledger, of the domains, or of both side by side. Each can be piped into the cmdlets that reach
/// computers, with its address, its role and how far the tool may go.
/// </summary>
[Cmdlet(VerbsCommon.Get, "MedComputer")]
[OutputType(typeof(InventoryComputer))]
public sealed class GetMedComputerCommand : StoppableCmdlet
{
    /// <summary>DNS names of directory domains.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string[] Domain { get; set; } = [];

    /// <summary>Distinguished name to search below.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SearchBase { get; set; }

    /// <summary>LDAP filter that the accounts must also match.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Filter { get; set; }

    /// <summary>Name of the domain controller to ask; without it one that answers for the domain's name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Server { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Ledger { get; set; }

    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    /// <summary>File (PEM) with the certificate of the authority that issued the controllers' certificates.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LdapCaCertificate { get; set; }

    /// <summary>Days without signing in after which a computer is stale.</summary>
    [Parameter]
    [ValidateRange(1, 3650)]
    public int StaleDays { get; set; } = 90;

    /// <summary>The day on which that is judged.</summary>
    [Parameter]
    public DateTime? AsOf { get; set; }

    /// <summary>New CSV file to write the ledger into with missing lines and cells filled in.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ProposeLedger { get; set; }

    [Parameter]
    [ValidateRange(1, 3600)]
    public int ConnectionTimeoutSec { get; set; } = 10;

    [Parameter]
    [ValidateRange(1, 3600)]
    public int OperationTimeoutSec { get; set; } = 60;

    protected override void EndProcessing()
    {
        if (Domain.Length == 0 && Ledger is null)
            throw this.End(ErrorRecords.NoInventory());
        string? proposal = ProposeLedger is null ? null : this.FullPath(ProposeLedger);
        if (proposal is not null && File.Exists(proposal))
            throw this.End(ErrorRecords.ReportExists(proposal));
        IReadOnlyList<LedgerComputer>? ledger = Ledger is null ? null : new StatusFiles(this).ReadLedger(Ledger);
        IReadOnlyList<DirectoryComputer>? directory = Domain.Length == 0 ? null : Ask();
        ComputerInventory inventory = new(ledger, directory, StaleDays, AsOf ?? JapanTime.Day(DateTimeOffset.UtcNow));
        if (proposal is not null)
            Propose(inventory, proposal);
        WriteObject(inventory.Computers, enumerateCollection: true);
    }

    private List<DirectoryComputer> Ask()
    {
        using AskedDomains domains = this.OpenDomains(
            Domain, Server, LdapCaCertificate, Credential, TimeSpan.FromSeconds(ConnectionTimeoutSec), TimeSpan.FromSeconds(OperationTimeoutSec));
        List<DirectoryComputer> computers = [];
        foreach (RecordingDirectory domain in domains.Directories)
        {
            try
            {
                computers.AddRange(Task.Run(() => DirectoryComputer.ReadAsync(domain, SearchBase, Filter, Stop.Token)).GetAwaiter().GetResult());
            }
            catch (CimFault fault)
            {
                // Half a list would make computers look missing.
                throw this.End(ErrorRecords.DomainNotRead(domain.Domain, fault));
            }
            catch (OperationCanceledException) when (Stop.IsCancellationRequested)
            {
                throw new PipelineStoppedException();
            }
        }
        return computers;
    }

    private void Propose(ComputerInventory inventory, string path)
    {
        try
        {
            LedgerWriter.Save(path, inventory.ProposedLedger());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.LedgerNotWritable(path, e));
        }
    }
}
