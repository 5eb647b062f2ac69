using MedHardening.Fleet;

namespace MedHardening.Reports;

/// <summary>What the reports say about one computer.</summary>
internal static class Computers
{
    /// <summary>Not measured at all: such a computer stands in every report, with the reason.</summary>
    public static bool IsUnmeasured(this ComputerResult computer) =>
        computer.Outcome is not (ComputerOutcome.Measured or ComputerOutcome.PartlyMeasured);

    /// <summary>What the computer said about itself; what the ledger says when it did not answer.</summary>
    public static string? OperatingSystem(this ComputerResult computer) =>
        computer.Identity is { Caption.Length: > 0 } identity ? identity.Caption : computer.Computer.OperatingSystem;
}
