using System;
using System.Collections.Generic;
using MedHardening.Checklist;
using MedHardening.Checklist.Records;
using MedHardening.Cim;
using MedHardening.Fleet;
using MedHardening.Fleet.Inventory;

namespace MedHardening.Checks;

/// <summary>
/// A check of the facility itself: its record, its ledger, and what the other checks found. What nobody has written down is
/// <see cref="Verdict.RecordIncomplete"/>, never a contradiction; a Fail needs something written or measured that speaks against a はい.
/// </summary>
public abstract class FacilityCheck : Check
{
    /// <summary>Whether it wants to know the computers of the directory domains, which are asked for no other reason.</summary>
    public virtual bool NeedsDirectory => false;

    public abstract Verdict Evaluate(FacilityView view, object settings);
}

/// <summary>A facility check whose settings are a <typeparamref name="TSettings"/>.</summary>
public abstract class FacilityCheck<TSettings> : FacilityCheck
    where TSettings : class, new()
{
    public sealed override Type SettingsType => typeof(TSettings);

    public sealed override Verdict Evaluate(FacilityView view, object settings) => Evaluate(view, (TSettings)settings);

    protected abstract Verdict Evaluate(FacilityView view, TSettings settings);
}

/// <summary>What a facility check may look at. The only clock is <see cref="AsOf"/>.</summary>
public sealed record FacilityView(
    FacilityRecord? Record,
    IReadOnlyList<LedgerComputer> Ledger,
    IReadOnlyList<ComputerResult> Computers,
    IReadOnlyList<CheckResult> Results,
    DateTime AsOf)
{
    /// <summary>The year's checklist: its items and its days.</summary>
    public required ChecklistProfile Profile { get; init; }

    /// <summary>The files that the record names, as they are now.</summary>
    public required DocumentFiles Documents { get; init; }

    /// <summary>The computers that directory domains know; null when none was asked.</summary>
    public IReadOnlyList<DirectoryComputer>? Directory { get; init; }

    /// <summary>Why a domain that was asked did not tell its computers; null when all did.</summary>
    public CimFault? DirectoryFault { get; init; }

    /// <summary>What the record has item by item; empty without a record.</summary>
    public FacilitySections Sections => Record?.Sections ?? s_nothing;

    private static readonly FacilitySections s_nothing = new();
}
