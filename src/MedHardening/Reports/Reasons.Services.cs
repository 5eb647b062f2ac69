using System.Collections.Generic;
using MedHardening.Fleet;

namespace MedHardening.Reports;

public static partial class Reasons
{
    /// <summary>A computer that was not measured, by name, with the reason in words.</summary>
    public static Text Unmeasured(ComputerResult computer)
    {
        Text word = Word(computer.Reason ?? computer.Outcome.ToString());
        return new(computer.Computer.Name + ": " + word.Ja, computer.Computer.Name + ": " + word.En);
    }

    // Why the services of a computer were not changed.
    private static Dictionary<string, Reason> OfServices => new()
    {
        ["ProtectedService"] = new(
            new("保護されたサービスを止めたり無効にしたりすることになる", "A protected service would be stopped or disabled"),
            new("基準の判断を見直すか、承知の上で -Force を付ける", "Reconsider the decision in the baseline, or add -Force knowingly")),
        ["DependentServiceRuns"] = new(
            new("止めるサービスに、止めないサービスが依存している", "A service that keeps running needs one that is to be stopped"),
            new("依存しているサービスも不要なら approved: false にする。必要なら、止めるサービスを approved: true にする", "Write approved: false for the one that needs it, too, or approved: true for both")),
        ["ServiceNotSteady"] = new(
            new("サービスが開始・停止の途中、または状態を読めない", "A service is starting, stopping or paused, or its state cannot be read"),
            new("少し待ってからもう一度実行する", "Run it again a little later")),
    };
}
