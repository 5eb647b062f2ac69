using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Changes;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.PowerShell.Commands;

/// <summary>Takes a run back, also one that was interrupted, on all of its computers or on those that are named.</summary>
[Cmdlet(VerbsCommon.Undo, "MedChange", DefaultParameterSetName = ByLedger, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ComputerChange))]
public sealed class UndoMedChangeCommand : TargetCmdlet
{
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Journal { get; set; }

    /// <summary>The newest run that can be taken back.</summary>
    [Parameter]
    public SwitchParameter Last { get; set; }

    /// <summary>Folder in which <see cref="Last"/> looks; without it the folder of the user's own in which journals are kept.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Takes back also what somebody else has changed since.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override bool HasOtherSource => true;

    protected override void EndProcessing()
    {
        if (Last == (Journal is not null))
            throw this.End(ErrorRecords.JournalOrLast());
        JournalledRun run = Last ? Newest() : Read(this.ExistingFile(Journal!, "JournalNotFound"));
        IReadOnlyList<JournalledHost> hosts = Hosts(run);
        ICimTransport transport = OpenTransport();
        UndoRun undo = new(transport, Targets(), new ChangeOptions { ThrottleLimit = ThrottleLimit, Force = Force });
        ChangePump pump = new(this, Stop);

        IReadOnlyList<UndoPlan> plans = pump.Plan(undo, hosts);
        foreach (UndoPlan plan in plans.Where(p => p.Ended is not null))
            pump.Show(plan.Ended!, null);
        JournalledHost[] agreed = plans.Where(p => p.Ended is null && Agrees(p)).Select(p => p.Host).ToArray();
        if (agreed.Length == 0)
            return;
        using Journal journal = Continue(run.Path);
        pump.Apply(undo, agreed, journal);
    }

    private bool Agrees(UndoPlan plan)
    {
        string text = ChangeWords.Undo(plan);
        return ShouldProcess(text, ChangeWords.Question(text), ChangeWords.Caption);
    }

    // By the ledger of today where one is given: its address counts then, and whether the computer may be changed.
    private IReadOnlyList<JournalledHost> Hosts(JournalledRun run)
    {
        HashSet<string> named = new(Named.Select(n => n.Name), StringComparer.OrdinalIgnoreCase);
        JournalledHost[] hosts = run.Hosts.Where(h => h.IsUndoable && (named.Count == 0 || named.Contains(h.Computer.Name))).ToArray();
        if (Ledger is null)
            return hosts;
        Dictionary<string, LedgerComputer> ledger = new StatusFiles(this).ReadLedger(Ledger).ToDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);
        foreach (JournalledHost stranger in hosts.Where(h => !ledger.ContainsKey(h.Computer.Name)))
            WriteError(ErrorRecords.NotInLedger(stranger.Computer.Name));
        return hosts.Where(h => ledger.ContainsKey(h.Computer.Name)).Select(h => h with { Computer = ledger[h.Computer.Name] }).ToArray();
    }

    private JournalledRun Newest()
    {
        string folder = this.JournalFolder(JournalPath);
        return JournalReader.ReadAll(folder, e => WriteError(ErrorRecords.JournalUnreadable(e))).FirstOrDefault(r => r.Hosts.Any(h => h.IsUndoable))
            ?? throw this.End(ErrorRecords.NoJournals(folder));
    }

    private JournalledRun Read(string path)
    {
        try
        {
            return JournalReader.Read(path);
        }
        catch (InvalidFileException e)
        {
            throw this.End(e, "JournalInvalid");
        }
    }

    private Journal Continue(string path)
    {
        try
        {
            return Changes.Journal.Continue(path);
        }
        catch (UnauthorizedAccessException e)
        {
            throw this.End(ErrorRecords.JournalNotWritable(path, e));
        }
        catch (IOException e)
        {
            throw this.End(ErrorRecords.JournalInUse(path, e));
        }
    }
}
