using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Changes;
using MedHardening.Fleet;

namespace MedHardening.PowerShell;

/// <summary>The files of a run that changes: plans and journals. One that cannot be used ends the cmdlet, before anything is written.</summary>
internal static class ChangeFiles
{
    // What may stand in a journal: never a credential, and no object whose text nobody knows.
    private static readonly Type[] s_plain = [typeof(string), typeof(string[]), typeof(int), typeof(bool), typeof(SwitchParameter), typeof(DateTime)];

    /// <summary>The command with its parameters, as far as they are plain values.</summary>
    public static string CommandText(this PSCmdlet cmdlet) => string.Join(" ", new[] { cmdlet.MyInvocation.MyCommand.Name }.Concat(
        cmdlet.MyInvocation.BoundParameters.Where(p => p.Value is Enum || s_plain.Contains(p.Value?.GetType())).Select(p => p.Value is SwitchParameter s
            ? "-" + p.Key + (s.IsPresent ? "" : ":$false")
            : "-" + p.Key + " " + (p.Value is string[] list ? string.Join(",", list) : Convert.ToString(p.Value, System.Globalization.CultureInfo.InvariantCulture)))));

    public static Journal CreateJournal(this PSCmdlet cmdlet, string? path, JournalHeader header)
    {
        string folder = cmdlet.JournalFolder(path);
        try
        {
            return Journal.Create(folder, header);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw cmdlet.End(ErrorRecords.JournalNotWritable(folder, e));
        }
    }

    public static string JournalFolder(this PSCmdlet cmdlet, string? path) =>
        path is null ? Changes.JournalFolder.Default : cmdlet.FullPath(path);

    public static void SavePlan(this PSCmdlet cmdlet, string path, JournalHeader header, IReadOnlyList<HostPlan> plans)
    {
        string full = cmdlet.FullPath(path);
        // What others have agreed to is not replaced.
        if (File.Exists(full))
            throw cmdlet.End(ErrorRecords.PlanExists(full));
        // It is what was asked for and changes no computer, so only -WhatIf keeps it from being written.
        if (cmdlet.IsWhatIf() && !cmdlet.ShouldProcess(full, new Text("変更計画を保存する", "Save the plan of changes").ToString()))
            return;
        try
        {
            PlanFile.Save(full, header, plans);
            cmdlet.WriteObject(new FileInfo(full));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw cmdlet.End(ErrorRecords.PlanNotWritable(full, e));
        }
    }

    private static bool IsWhatIf(this PSCmdlet cmdlet) =>
        cmdlet.MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? whatIf)
            ? whatIf is SwitchParameter { IsPresent: true }
            : LanguagePrimitives.IsTrue(cmdlet.GetVariableValue("WhatIfPreference"));

    /// <summary>The intent narrowed to what a saved plan says.</summary>
    public static ChangeIntent PlannedBefore(this PSCmdlet cmdlet, string path, ChangeIntent intent)
    {
        string full = cmdlet.ExistingFile(path, "PlanNotFound");
        try
        {
            IReadOnlyList<JournalledHost> plan = PlanFile.Read(full);
            HashSet<string> names = new(plan.Select(h => h.Computer.Name), StringComparer.OrdinalIgnoreCase);
            foreach (string stranger in names.Except(intent.Computers.Select(c => c.Name), StringComparer.OrdinalIgnoreCase))
                cmdlet.WriteError(ErrorRecords.NotInLedger(stranger));
            LedgerComputer[] computers = intent.Computers.Where(c => names.Contains(c.Name)).ToArray();
            return new ChangeIntent(new PlannedChanges(plan, intent.Planner), computers, intent.Baseline);
        }
        catch (InvalidFileException e)
        {
            throw cmdlet.End(e, "PlanInvalid");
        }
    }
}
