using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;

namespace MedHardening.PowerShell.Commands;

/// <summary>
/// Says what is wrong with baselines, facility records, ledgers and checklists, with line and column. Files that are given together
/// are also held against each other. Every mistake is an error; the result is one object a file.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "MedBaseline")]
[OutputType(typeof(FileTest), typeof(bool))]
public sealed class TestMedBaselineCommand : PSCmdlet
{
    private readonly List<string> _paths = [];

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Only true or false, for all files together, and no errors.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    protected override void ProcessRecord() => _paths.AddRange(Path.Select(p => this.FullPath(p)));

    protected override void EndProcessing()
    {
        IReadOnlyList<FileValidation> files = FileValidator.Validate(_paths);
        if (Quiet)
        {
            WriteObject(files.All(f => f.IsValid));
            return;
        }

        foreach (FileValidation file in files)
        {
            if (!file.IsValid)
            {
                foreach (ErrorRecord mistake in ErrorRecords.OfFile(new InvalidFileException(file.Faults), "FileInvalid"))
                    WriteError(mistake);
            }

            WriteObject(new FileTest(file));
        }
    }
}
