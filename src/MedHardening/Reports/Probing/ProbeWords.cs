using MedHardening.Cim.Probing;

namespace MedHardening.Reports.Probing;

/// <summary>What steps and their outcomes are called.</summary>
public static class ProbeWords
{
    public static Text Word(this ProbeStage stage) => stage switch
    {
        ProbeStage.NameResolution => new("名前解決", "Name"),
        ProbeStage.Tcp => new("TCP接続", "TCP"),
        ProbeStage.Tls => new("TLS・証明書", "TLS, certificate"),
        ProbeStage.Identify => new("WS-Management", "WS-Management"),
        ProbeStage.Clock => new("時計の差", "Clock"),
        ProbeStage.Authentication => new("認証", "Authentication"),
        ProbeStage.ReadCim => new("root/cimv2 の読み取り", "Read root/cimv2"),
        ProbeStage.InvokeRegistry => new("StdRegProv の実行", "Invoke StdRegProv"),
        _ => new("問い合わせ", "Query"),
    };

    public static Text Word(this ProbeOutcome outcome) => outcome switch
    {
        ProbeOutcome.Ok => new("正常", "ok"),
        ProbeOutcome.Failed => new("失敗", "failed"),
        ProbeOutcome.Skipped => new("省略", "skipped"),
        _ => new("対象外", "not possible"),
    };

    /// <summary>Reason and detail of a step in one line; empty when there is nothing to say.</summary>
    public static Text Finding(this ProbeStep step)
    {
        if (step.Reason is null or ProbeReasons.EarlierStep)
            return new(step.Detail, step.Detail);
        Text reason = Reasons.WithCode(step.Reason);
        return step.Detail.Length == 0 ? reason : new(reason.Ja + " " + step.Detail, reason.En + " " + step.Detail);
    }
}
