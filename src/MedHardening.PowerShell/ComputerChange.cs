using System.Linq;
using MedHardening.Changes;
using MedHardening.Reports;

namespace MedHardening.PowerShell;

/// <summary>What became of one computer in a run that changes, or takes back. Words are in the language of the session.</summary>
public sealed class ComputerChange
{
    internal ComputerChange(HostChange result, string? journal)
    {
        Result = result;
        Journal = journal;
        Reason = result.Reason is { } reason ? Reasons.Word(reason).ToString() : null;
        Changes = result.Changes.Select(c => Printable.Of(c.ToString())).ToArray();
        Left = result.Left.Select(c => Printable.Of(c.ToString())).ToArray();
        Detail = string.Join(" | ", new[] { Reason, result.Detail is null ? null : Printable.Of(result.Detail) }.Where(part => part is not null));
    }

    public string ComputerName => Result.Computer.Name;

    public ChangeOutcome Outcome => Result.Outcome;

    /// <summary>Why, in words; the stable code is in <see cref="Result"/>.</summary>
    public string? Reason { get; }

    /// <summary>Reason and what the other side said in one line.</summary>
    public string Detail { get; }

    /// <summary>The changes that were to be made, each as <c>location: old → new</c>.</summary>
    public string[] Changes { get; }

    /// <summary>Those of them that are, or may be, in force although the run failed.</summary>
    public string[] Left { get; }

    /// <summary>Whether something takes effect only after a restart, or when a device is plugged in again.</summary>
    public bool IsPending => Result.IsPending;

    /// <summary>The journal that Undo-MedChange takes; null when nothing was to be written.</summary>
    public string? Journal { get; }

    /// <summary>The result itself, untouched.</summary>
    public HostChange Result { get; }
}
