using System;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Domains;

namespace MedHardening.Checks;

/// <summary>A check of one directory domain, asked over LDAP.</summary>
public abstract class DomainCheck : Check
{
    /// <summary>
    /// Asks all it needs before it looks at its settings, and filters the answer itself: a recording must be able to answer for
    /// other settings too.
    /// </summary>
    /// <exception cref="Cim.CimFault">A question got no answer: the result becomes Unknown with the fault as its reason.</exception>
    public abstract Task<Verdict> EvaluateAsync(DomainView domain, object settings, CancellationToken cancel);
}

/// <summary>A domain check whose settings are a <typeparamref name="TSettings"/>.</summary>
public abstract class DomainCheck<TSettings> : DomainCheck
    where TSettings : class, new()
{
    public sealed override Type SettingsType => typeof(TSettings);

    public sealed override Task<Verdict> EvaluateAsync(DomainView domain, object settings, CancellationToken cancel) =>
        EvaluateAsync(domain, (TSettings)settings, cancel);

    protected abstract Task<Verdict> EvaluateAsync(DomainView domain, TSettings settings, CancellationToken cancel);
}

/// <summary>What a domain check may look at.</summary>
/// <param name="Directory">The domain itself: questions only.</param>
/// <param name="AsOf">The day of the judgement: the only clock that a check has.</param>
public sealed record DomainView(IDirectory Directory, DateTime AsOf)
{
    /// <summary>Edition of the guideline that the year's checklist rests on.</summary>
    public string Guideline { get; init; } = "6.0";
}
