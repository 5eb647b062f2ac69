using System.Collections.Generic;

namespace MedHardening.Checklist.Records;

/// <summary>A part of the facility record that knows rules beyond its shape.</summary>
internal interface IRuled
{
    /// <summary>What is wrong with it; asked only when every value has the right type.</summary>
    IEnumerable<Mistake> Mistakes(ChecklistProfile profile);
}

/// <summary>A mistake in a part of the record.</summary>
/// <param name="At">The way to the value, keys as written and indices of lists; empty for the part as a whole.</param>
internal sealed record Mistake(Text Text, params object[] At)
{
    public static Mistake Blank(params object[] at) => new(new("内容がありません。書いてください。", "it is blank. Write what it is."), at);
}
