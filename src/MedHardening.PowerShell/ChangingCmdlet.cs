using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Changes;
using MedHardening.Cim;

namespace MedHardening.PowerShell;

/// <summary>
/// A cmdlet that changes computers: plans all of them, shows what it would do and asks, and only then writes. A cmdlet says in
/// <see cref="Intent"/> what is wanted, of which computers; all else is here.
/// </summary>
public abstract class ChangingCmdlet : TargetCmdlet
{
    /// <summary>Makes changes that may cut off the management connection, also outside the maintenance window.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Changes computers that are in no ledger, after a question for each: for a lab.</summary>
    [Parameter]
    public SwitchParameter NoLedger { get; set; }

    /// <summary>A computer that fails in the middle keeps what was written.</summary>
    [Parameter]
    public SwitchParameter NoRollback { get; set; }

    /// <summary>So many computers first; the others only when all of these are verified.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Canary { get; set; }

    /// <summary>Folder of the journal; without it a folder of the user's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>Saves the plan into a file and changes nothing.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PlanPath { get; set; }

    /// <summary>Makes exactly the changes of a plan that <see cref="PlanPath"/> saved.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Plan { get; set; }

    /// <summary>What is wanted, of which computers; made on the pipeline's thread, after the last name is known.</summary>
    private protected abstract ChangeIntent Intent();

    protected sealed override void EndProcessing()
    {
        // An empty pipeline, or nothing but names that were refused.
        if (NoneCame)
            return;
        EnsureTargets();
        ChangeIntent intent = Intent();
        if (Plan is not null)
            intent = this.PlannedBefore(Plan, intent);
        ICimTransport transport = OpenTransport();
        ChangeOptions options = new()
        {
            ThrottleLimit = ThrottleLimit, Canary = Canary, NoRollback = NoRollback, NoLedger = NoLedger, Force = Force,
        };
        ChangeRun run = new(transport, Targets(), intent.Planner, options);
        ChangePump pump = new(this, Stop);
        JournalHeader header = JournalHeader.Now(this.CommandText(), intent.Baseline);

        IReadOnlyList<HostPlan> plans = pump.Plan(run, intent.Computers);
        foreach (HostPlan plan in plans.Where(p => p.Ended is not null))
            pump.Show(plan.Ended!, null);
        if (PlanPath is not null)
        {
            this.SavePlan(PlanPath, header, plans);
            return;
        }
        HostPlan[] agreed = plans.Where(p => p.Ended is null && Agrees(p)).ToArray();
        if (agreed.Length == 0)
            return;
        using Journal journal = this.CreateJournal(JournalPath, header);
        try
        {
            pump.Apply(run, agreed, journal);
        }
        catch (System.IO.IOException e)
        {
            throw this.End(ErrorRecords.JournalNotWritable(journal.Path, e));
        }
    }

    private bool Agrees(HostPlan plan)
    {
        string text = ChangeWords.Plan(plan);
        if (!ShouldProcess(text, ChangeWords.Question(text), ChangeWords.Caption))
            return false;
        bool isAsked = plan.Computer.Line == 0 && !Force && !IsConfirmedBefore;
        return !isAsked || ShouldContinue(ChangeWords.NotInLedger(plan.Computer.Name), ChangeWords.Caption);
    }

    // -Confirm:$false says that nobody is there to be asked.
    private bool IsConfirmedBefore =>
        MyInvocation.BoundParameters.TryGetValue("Confirm", out object? confirm) && confirm is SwitchParameter { IsPresent: false };
}
