using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Reports;

/// <summary>
/// Why something is not known, in words. The codes are stable words of the engine: a <see cref="Cim.CimFaultKind"/> or one
/// that a check or the fleet gives. A code that is not in the table is shown as it is.
/// </summary>
public static partial class Reasons
{
    private static readonly Dictionary<string, Reason> s_known = OfHosts
        .Concat(OfChecks)
        .Concat(OfChanges)
        .Concat(OfProbes)
        .Concat(OfDomains)
        .Concat(OfServices)
        .Concat(OfFacility)
        .ToDictionary(r => r.Key, r => r.Value);

    /// <summary>The reason in words; the code itself when it is none of ours.</summary>
    public static Text Word(string code) => s_known.TryGetValue(code, out Reason? reason) ? reason.Word : new(code, code);

    /// <summary>What to do about it; null for a code that is none of ours.</summary>
    public static Text? Advice(string code) => s_known.TryGetValue(code, out Reason? reason) ? reason.Advice : null;

    /// <summary>The words with the code behind them, which a search in the documentation finds.</summary>
    public static Text WithCode(string code) => s_known.TryGetValue(code, out Reason? reason)
        ? new(reason.Word.Ja + "［" + code + "］", reason.Word.En + " [" + code + "]")
        : new(code, code);

    private sealed record Reason(Text Word, Text Advice);
}
