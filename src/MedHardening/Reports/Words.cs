using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.Reports;

/// <summary>What the reports call the members of the engine's enumerations.</summary>
public static class Words
{
    public static Text Word(this Outcome outcome) => outcome switch
    {
        Outcome.Pass => new("合致", "Met"),
        Outcome.Fail => new("不合致", "Not met"),
        Outcome.Unknown => new("不明", "Unknown"),
        Outcome.NotApplicable => new("対象外", "Not applicable"),
        _ => new("例外", "Excepted"),
    };

    /// <summary>Beside the word, so that a black-and-white print tells the outcomes apart at a glance.</summary>
    public static string Symbol(this Outcome outcome) => outcome switch
    {
        Outcome.Pass => "○",
        Outcome.Fail => "×",
        Outcome.Unknown => "？",
        Outcome.NotApplicable => "－",
        _ => "△",
    };

    /// <summary>No circle: on a Japanese form a circle is an answer, and only a person answers.</summary>
    public static string Symbol(this Proposal proposal) => proposal switch
    {
        Proposal.No => "×",
        Proposal.Undetermined => "？",
        Proposal.AttestationNeeded => "◇",
        _ => "□",
    };

    public static Text Word(this ComputerOutcome outcome) => outcome switch
    {
        ComputerOutcome.Measured => new("測定済", "Measured"),
        ComputerOutcome.PartlyMeasured => new("一部測定", "Partly measured"),
        ComputerOutcome.Unreachable => new("未到達", "Unreachable"),
        ComputerOutcome.Denied => new("拒否", "Denied"),
        ComputerOutcome.Failed => new("失敗", "Failed"),
        ComputerOutcome.NotAttempted => new("未実施", "Not attempted"),
        _ => new("Windows以外", "Not Windows"),
    };

    public static string Symbol(this ComputerOutcome outcome) => outcome switch
    {
        ComputerOutcome.Measured => "○",
        ComputerOutcome.PartlyMeasured => "△",
        ComputerOutcome.NotWindows => "－",
        _ => "？",
    };

    public static Text Word(this Bearing bearing) => bearing == Bearing.Refutes
        ? new("反証", "Refutes")
        : new("参考", "Supports");

    public static Text Word(this Handling handling) => handling switch
    {
        Handling.ReadOnly => new("参照のみ", "Read only"),
        Handling.Writable => new("可", "Writable"),
        _ => new("接触不可", "Not contactable"),
    };

    public static Text Word(this SubjectKind kind) => kind switch
    {
        SubjectKind.Computer => new("コンピュータ", "Computer"),
        SubjectKind.Domain => new("ドメイン", "Domain"),
        SubjectKind.Facility => new("施設", "Facility"),
        _ => new("事業者", "Vendor"),
    };

    /// <summary>A role of the official form in its words; a role of the baseline's own as the baseline names it.</summary>
    public static Text Role(string role) => role switch
    {
        Roles.Server => new("サーバ", "Server"),
        Roles.Client => new("端末PC", "Client PC"),
        Roles.Network => new("ネットワーク機器", "Network device"),
        _ => new(role, role),
    };

    /// <summary>What the form prints before an item that has two rows: the name of a role, in the form's spelling.</summary>
    public static Text Label(string label) => new(label, Role(Roles.Parse(label)).En);

    /// <summary>The label behind the wording of an item; nothing for the only row of an item.</summary>
    public static Text Parenthesis(string? label) =>
        label is null ? new("", "") : new("（" + label + "）", " (" + Label(label).En + ")");

    /// <summary>What was wanted, as a phrase; a comparison that is not one of <see cref="Operators"/> as it is.</summary>
    public static Text Expectation(this Evidence evidence) => evidence.Operator switch
    {
        Operators.Exists when evidence.Expected.Length == 0 => new("存在すること", "exists"),
        Operators.Unchanged => new(evidence.Expected + " が記録のまま", evidence.Expected + " as it was recorded"),
        Operators.Equals or Operators.Exists => new(evidence.Expected, evidence.Expected),
        Operators.AtLeast => new(evidence.Expected + " 以上", "at least " + evidence.Expected),
        Operators.AtMost => new(evidence.Expected + " 以下", "at most " + evidence.Expected),
        Operators.SubsetOf => new(evidence.Expected + " の範囲内", "within " + evidence.Expected),
        _ => new(evidence.Operator + " " + evidence.Expected, evidence.Operator + " " + evidence.Expected),
    };

    /// <summary>What was found; in words where nothing was.</summary>
    public static Text Finding(this Evidence evidence) => evidence.Actual == Evidence.Absent ? new("（値なし）", "(no value)")
        : evidence is { Operator: Operators.Unchanged, Outcome: not Outcome.Pass } ? Reasons.Word("Document" + evidence.Actual)
        : new(evidence.Actual, evidence.Actual);

    public static Text Comparison(string comparison) => comparison switch
    {
        Operators.Equals => new("一致", "equals"),
        Operators.AtLeast => new("以上", "at least"),
        Operators.AtMost => new("以下", "at most"),
        Operators.SubsetOf => new("範囲内", "within"),
        Operators.Exists => new("存在", "exists"),
        Operators.Unchanged => new("記録のまま", "unchanged"),
        _ => new(comparison, comparison),
    };

    /// <summary>How an account was proven (<see cref="ProofOfAccount"/>); of a recording that says something else, what it says.</summary>
    public static Text Proof(string proof)
    {
        int comma = proof.LastIndexOf(", ", System.StringComparison.Ordinal);
        string? protection = proof.Substring(comma + 1).TrimStart() switch
        {
            ProofOfAccount.Encrypted => "暗号化",
            ProofOfAccount.NotEncrypted => "暗号化なし",
            ProofOfAccount.Tls => "TLS",
            ProofOfAccount.UncheckedTls => "TLS（証明書を確かめていない）",
            _ => null,
        };
        return new(comma < 0 || protection is null ? proof : proof.Substring(0, comma) + "、" + protection, proof);
    }
}
