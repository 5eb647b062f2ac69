using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim.Recording;
using MedHardening.Domains;

namespace MedHardening.Fleet;

/// <summary>Everything a run needs to know.</summary>
/// <param name="Ledger">The computers and network devices in scope.</param>
/// <param name="AsOf">The day of the judgement: the only clock that date rules have.</param>
public sealed record StatusRequest(
    Baseline Baseline,
    ChecklistProfile Profile,
    FacilityRecord? Facility,
    IReadOnlyList<LedgerComputer> Ledger,
    DateTime AsOf)
{
    /// <summary>Keys of the items to judge; empty for all.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>
    /// Asks every computer all that any check could want to know, so that the recording can be judged later for other
    /// items and by other baselines. The result is the same.
    /// </summary>
    public bool CollectAll { get; init; }

    /// <summary>When the recordings that are judged were made, so that nobody takes them for today's; null when computers are measured.</summary>
    public RecordedPeriod? Recorded { get; init; }

    /// <summary>Any certificate of a computer is taken: the reader must know.</summary>
    public bool SkipsCertificateCheck { get; init; }

    /// <summary>The domains that are asked; they are disposed by who made them.</summary>
    public IReadOnlyList<IDirectory> Directories { get; init; } = [];

    /// <summary>How many computers are asked at a time.</summary>
    public int ThrottleLimit { get; init; } = 32;

    /// <summary>File that the ledger came from, for faults about its lines.</summary>
    public string LedgerPath { get; init; } = "";

    internal bool Selects(string item) => Items.Count == 0 || Items.Contains(item);

    /// <summary>Whether a check is to be made on a computer of a role: it concerns it, and the baseline has not switched it off.</summary>
    internal bool Demands(HostCheck check, BaselineRole role) => Concerns(check, role) && !role.Off.ContainsKey(check.Id);

    /// <summary>
    /// Whether a computer of a role must be measured by a check before its row can be answered: its item is selected, and it
    /// can decide a line of the form that is about such computers. What only supports a line about no computers at all, such as one
    /// about the network, is asked of every computer.
    /// </summary>
    internal bool Concerns(HostCheck check, BaselineRole role) =>
        Selects(check.Item)
        && Profile.Rows.Any(r => r.ItemKey == check.Item
            && (r.Roles.Contains(role.Is) || (check.Bearing == Bearing.Supports && !r.Roles.Contains(Roles.Server) && !r.Roles.Contains(Roles.Client))));
}

/// <summary>One computer is done.</summary>
public sealed record ComputerProgress(
    ComputerResult Computer, IReadOnlyList<CheckResult> Results, int Done, int Total);
