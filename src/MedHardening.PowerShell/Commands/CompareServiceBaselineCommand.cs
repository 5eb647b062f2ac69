using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Reports.Html;
using MedHardening.Services;

namespace MedHardening.PowerShell.Commands;

/// <summary>
/// Compares computers, recordings or exported baselines with a reference: one object for each difference, with its severity, why it
/// matters, and the updates and programs that explain it.
/// </summary>
[Cmdlet(VerbsData.Compare, "ServiceBaseline", DefaultParameterSetName = ByLedger)]
[OutputType(typeof(ServiceDifferenceRow), typeof(ServiceDifferenceSummaryRow), typeof(bool))]
public sealed class CompareServiceBaselineCommand : InventoryCmdlet
{
    /// <summary>
    /// A baseline that Export-ServiceBaseline wrote, a list of services that Get-Service and Export-Csv wrote, or a folder with one baseline
    /// for each role.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Reference { get; set; } = "";

    /// <summary>Exported baselines, or folders of them, to compare instead of computers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Difference { get; set; } = [];

    /// <summary>One object for the same difference on all computers, what is worst and rarest first.</summary>
    [Parameter]
    public SwitchParameter Summary { get; set; }

    /// <summary>Returns true when every computer was compared and none differs, else false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Writes the differences into an HTML file, too.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Report { get; set; }

    [Parameter]
    public Language Language { get; set; } = Language.Japanese;

    /// <summary>Replaces a report that exists already.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    protected override void EndProcessing()
    {
        // An empty pipeline, or nothing but names that were refused.
        if (NoneCame)
            return;
        string? report = Report is null ? null : this.FullPath(Report);
        if (report is not null && File.Exists(report) && !Force)
            throw this.End(ErrorRecords.ReportExists(report));
        ServiceReferences references = this.ReadReferences(Reference);
        if (!MyInvocation.BoundParameters.ContainsKey(nameof(Include)))
            Include = [.. references.Sections];
        ServiceComparison comparison = Difference.Length > 0 ? Exported(references) : Measured(references);
        // First, since whoever takes only some of the objects ends the cmdlet.
        if (report is not null)
            Save(comparison, report);
        Tell(comparison);
    }

    private ServiceComparison Measured(ServiceReferences references)
    {
        IReadOnlyList<ComputerInventory> taken = Take();
        return ServiceComparison.Of(
            references, Include, ServiceComparison.Measured(taken),
            taken.Where(t => t.Baseline is null).Select(t => Reports.Reasons.Unmeasured(t.Computer)));
    }

    private ServiceComparison Exported(ServiceReferences references)
    {
        try
        {
            return ServiceComparison.Of(references, Include, ServiceComparison.Exported(Difference.Select(d => this.FullPath(d))), []);
        }
        catch (InvalidFileException e)
        {
            throw this.End(e, "DifferenceInvalid");
        }
    }

    private void Tell(ServiceComparison comparison)
    {
        if (Quiet)
            WriteObject(comparison.IsEqual);
        else if (Summary)
            WriteObject(DifferenceSummary.Of(comparison.Differences, comparison.Compared).Select(s => new ServiceDifferenceSummaryRow(s)), enumerateCollection: true);
        else
            WriteObject(comparison.Differences.Select(d => new ServiceDifferenceRow(d)), enumerateCollection: true);
    }

    private void Save(ServiceComparison comparison, string path)
    {
        try
        {
            new ServiceDifferenceReport(comparison, Language).Save(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            WriteError(ErrorRecords.BaselineNotWritable(path, e));
        }
    }
}
