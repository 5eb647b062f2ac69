using System;
using System.Collections.Generic;
using MedHardening.Checks;
using MedHardening.Fleet;

namespace MedHardening.Checklist;

/// <summary>A whole run: the rows of the form and everything they rest on. Reports are written from this alone.</summary>
public sealed record ChecklistStatus(
    ChecklistProfile Profile,
    BaselineReference Baseline,
    FacilityRecord? Facility,
    DateTime AsOf,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    IReadOnlyList<ChecklistRow> Rows,
    IReadOnlyList<ComputerResult> Computers,
    IReadOnlyList<CheckResult> Results,
    int NetworkDevices,
    IReadOnlyList<Notice> Notices);

/// <summary>Which baseline judged: its path as given and the SHA-256 of its bytes, in lower-case hexadecimal.</summary>
public sealed record BaselineReference(string Path, string Sha256);

/// <summary>Something the reader of a run must know once: a closed year, an expired exception, a check that is off.</summary>
/// <param name="Code">Stable word in PascalCase.</param>
public sealed record Notice(string Code, Text Text);
