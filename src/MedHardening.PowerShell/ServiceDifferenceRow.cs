using System.Collections.Generic;
using System.Linq;
using MedHardening.Services;

namespace MedHardening.PowerShell;

/// <summary>One difference of one computer, as a row of a table. Words are in the language of the session.</summary>
public sealed class ServiceDifferenceRow
{
    internal ServiceDifferenceRow(ServiceDifference difference)
    {
        Difference = difference;
        Why = Printable.Of(difference.Why.ToString());
    }

    public string ComputerName => Printable.Of(Difference.Computer);

    public BaselineSection Kind => Difference.Section;

    public string Name => Printable.Of(Difference.Name);

    public string? DisplayName => Shown(Difference.DisplayName);

    public ServiceChange Change => Difference.Change;

    public string? Old => Shown(Difference.Old);

    public string? New => Shown(Difference.New);

    public DifferenceSeverity Severity => Difference.Severity;

    public string Why { get; }

    /// <summary>Updates and programs that came since the baseline was taken and account for it.</summary>
    public IReadOnlyList<string> ExplainedBy => Difference.ExplainedBy.Select(Printable.Of).ToArray();

    public IReadOnlyList<SuspiciousMark> Marks => Difference.Marks;

    /// <summary>The difference itself, untouched.</summary>
    public ServiceDifference Difference { get; }

    private static string? Shown(string? text) => text is null ? null : Printable.Of(text);
}

/// <summary>The same difference on some computers, as a row of a table.</summary>
public sealed class ServiceDifferenceSummaryRow
{
    internal ServiceDifferenceSummaryRow(DifferenceSummary summary)
    {
        Summary = summary;
        Example = new ServiceDifferenceRow(summary.Example);
        Why = Printable.Of(summary.Why.ToString());
    }

    /// <summary>On how many computers.</summary>
    public int Count => Summary.Count;

    /// <summary>How many were compared.</summary>
    public int Compared => Summary.Compared;

    public string CountOfCompared => Count + "/" + Compared;

    public BaselineSection Kind => Example.Kind;

    public string Name => Example.Name;

    public ServiceChange Change => Example.Change;

    public string? New => Example.New;

    public DifferenceSeverity Severity => Summary.Severity;

    public string Why { get; }

    public IReadOnlyList<string> ExplainedBy => Summary.ExplainedBy.Select(Printable.Of).ToArray();

    public IReadOnlyList<string> ComputerName => Summary.Computers.Select(Printable.Of).ToArray();

    public ServiceDifferenceRow Example { get; }

    /// <summary>The summary itself, untouched.</summary>
    public DifferenceSummary Summary { get; }
}
