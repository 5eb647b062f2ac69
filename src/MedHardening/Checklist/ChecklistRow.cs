using System.Collections.Generic;
using MedHardening.Checks;

namespace MedHardening.Checklist;

/// <summary>One line of the official form: the tool's proposal beside the person's answer.</summary>
/// <param name="Results">Results of all checks of the row, refuting and supporting, in stable order.</param>
public sealed record ChecklistRow(
    ChecklistItem Item,
    FormRow Row,
    Proposal Proposal,
    Attestation? Attestation,
    Coverage Coverage,
    IReadOnlyList<CheckResult> Results)
{
    /// <summary>Why the person's answer should be looked at again (要再確認); empty when nothing speaks for it.</summary>
    public IReadOnlyList<Recheck> Rechecks { get; init; } = [];
}

/// <summary>What the tool proposes. It never answers.</summary>
public enum Proposal
{
    /// <summary>いいえ（測定による）: a measurement contradicts a はい.</summary>
    No,

    /// <summary>判定不能: something in scope was not measured or not understood.</summary>
    Undetermined,

    /// <summary>確認書が必要: nothing contradicts, but no complete record of a person supports it.</summary>
    AttestationNeeded,

    /// <summary>はい候補（要確認）: a person's record, complete evidence, no contradiction.</summary>
    YesCandidate,
}

/// <summary>The words of the proposals.</summary>
public static class ProposalText
{
    public static Text Text(this Proposal proposal) => proposal switch
    {
        Proposal.No => new("いいえ（測定による）", "No (by measurement)"),
        Proposal.Undetermined => new("判定不能", "Cannot be determined"),
        Proposal.AttestationNeeded => new("確認書が必要", "Attestation needed"),
        _ => new("はい候補（要確認）", "Yes candidate (to be confirmed)"),
    };
}
