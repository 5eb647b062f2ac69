using System;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// Judges one thing by the baseline. One sealed class in one file: id, item, bearing, both languages, settings, evaluation.
/// Checks are found by reflection (<see cref="CheckCatalog"/>), so adding one costs its file and its test.
/// </summary>
public abstract class Check
{
    /// <summary>Stable name in baselines and results: kebab-case, equal to the file name.</summary>
    public abstract string Id { get; }

    /// <summary>Key of the checklist item it belongs to. Keys outlive the yearly renumbering.</summary>
    public abstract string Item { get; }

    /// <summary>Whether a Fail refutes a はい, or only informs.</summary>
    public abstract Bearing Bearing { get; }

    public abstract Text Title { get; }

    /// <summary>What to do about a Fail.</summary>
    public abstract Text Remedy { get; }

    /// <summary>The record that the baseline's section of this check is read into.</summary>
    public abstract Type SettingsType { get; }

    /// <summary>Settings of a baseline that does not mention the check.</summary>
    public object DefaultSettings() => Activator.CreateInstance(SettingsType)!;
}

/// <summary>A check of one host, asked over CIM.</summary>
public abstract class HostCheck : Check
{
    /// <summary>
    /// Asks what it needs, whole classes and whole keys, before it looks at its settings: a recording must be able to
    /// answer for other settings too.
    /// </summary>
    /// <exception cref="CimFault">A question got no answer: the result becomes Unknown with the fault as its reason.</exception>
    public abstract Task<Verdict> EvaluateAsync(HostView host, object settings, CancellationToken cancel);
}

/// <summary>A host check whose settings are a <typeparamref name="TSettings"/>.</summary>
public abstract class HostCheck<TSettings> : HostCheck
    where TSettings : class, new()
{
    public sealed override Type SettingsType => typeof(TSettings);

    public sealed override Task<Verdict> EvaluateAsync(HostView host, object settings, CancellationToken cancel) =>
        EvaluateAsync(host, (TSettings)settings, cancel);

    protected abstract Task<Verdict> EvaluateAsync(HostView host, TSettings settings, CancellationToken cancel);
}

/// <summary>What a host check may look at.</summary>
/// <param name="Session">The host itself: questions only.</param>
/// <param name="AsOf">The day of the judgement: the only clock that a check has.</param>
public sealed record HostView(ICimSession Session, DateTime AsOf)
{
    /// <summary>Edition of the guideline that the year's checklist rests on.</summary>
    public string Guideline { get; init; } = "6.0";
}

/// <summary>Whether a check decides.</summary>
public enum Bearing
{
    /// <summary>A Fail is evidence against a はい of the row.</summary>
    Refutes,

    /// <summary>Shown with the row, never decides it.</summary>
    Supports,
}
