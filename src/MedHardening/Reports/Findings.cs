using MedHardening.Checks;

namespace MedHardening.Reports;

/// <summary>What a reader has to look at.</summary>
internal static class Findings
{
    /// <summary>A Fail, an Unknown, or one of them under an exception: an exception is shown, never hidden.</summary>
    public static bool IsFinding(this CheckResult result) =>
        result.Outcome is Outcome.Fail or Outcome.Unknown or Outcome.Excepted;
}
