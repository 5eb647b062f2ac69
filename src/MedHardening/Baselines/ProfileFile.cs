using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;

namespace MedHardening.Baselines;

/// <summary>A profile as it is written. Which line of the form concerns which class of computer is said once per item.</summary>
internal sealed record ProfileFile
{
    public required string Schema { get; init; }

    public required string Id { get; init; }

    public required TextEntry Title { get; init; }

    public required FiscalYearEntry FiscalYear { get; init; }

    public required string GuidelineVersion { get; init; }

    public GateEntry? Gate { get; init; }

    public IReadOnlyList<FormEntry> Forms { get; init; } = [];

    [Within(1, 4)]
    public int Rounds { get; init; } = 1;

    public required IReadOnlyList<Located<SectionEntry>> Sections { get; init; }

    public required IReadOnlyList<Located<ItemEntry>> Items { get; init; }

    public ChecklistProfile ToProfile() => new(
        Id,
        Title.ToText(),
        new FiscalYear(FiscalYear.Wareki, FiscalYear.From.Value, FiscalYear.To.Value),
        GuidelineVersion,
        Gate is null ? null : new GateRow(Gate.Title.ToText(), Gate.Source),
        Items.Select(i => ToItem(i.Value)).ToArray())
    {
        Forms = Forms.Select(f => new ChecklistForm(f.Name, f.En, f.Kinds, f.Note, f.Source)).ToArray(),
        Rounds = Rounds,
    };

    private ChecklistItem ToItem(ItemEntry item)
    {
        SectionEntry section = Sections.First(s => s.Value.Number == item.Section.Value).Value;
        return new ChecklistItem(
            item.Key.Value,
            item.Number.Value,
            new FormSection(section.Number, section.Title.ToText()),
            item.Title.ToText(),
            item.Note,
            item.Category,
            item.NewThisYear,
            item.Forms,
            item.Chapters,
            item.Source)
        {
            Rows = item.Rows is null
                ? [new FormRow(item.Key.Value, item.Key.Value, null, item.Roles!.Select(r => r.Value).ToArray())]
                : item.Rows.Select(r => new FormRow(item.Key.Value + "-" + r.Role.Value, item.Key.Value, r.Label, [r.Role.Value])).ToArray(),
            Deadline = item.Deadline is { } deadline ? new ItemDeadline(deadline.By, deadline.WarnAfter) : null,
            Procurement = item.Procurement,
            Wordings = item.Wordings.Select(w => new FormWording(w.Form, new Text(w.Ja, w.En), w.Note, w.Source)).ToArray(),
        };
    }

    internal sealed record TextEntry
    {
        public required string Ja { get; init; }

        public required string En { get; init; }

        public Text ToText() => new(Ja, En);
    }

    internal sealed record FiscalYearEntry
    {
        public required string Wareki { get; init; }

        public required Located<DateTime> From { get; init; }

        public required Located<DateTime> To { get; init; }
    }

    internal sealed record GateEntry
    {
        public required TextEntry Title { get; init; }

        public required string Source { get; init; }
    }

    internal sealed record SectionEntry
    {
        public required int Number { get; init; }

        public required TextEntry Title { get; init; }
    }

    internal sealed record ItemEntry
    {
        public required Located<string> Key { get; init; }

        public required Located<string> Number { get; init; }

        public required Located<int> Section { get; init; }

        public required TextEntry Title { get; init; }

        public string? Note { get; init; }

        public required string Category { get; init; }

        public bool NewThisYear { get; init; }

        public required IReadOnlyList<string> Forms { get; init; }

        public required IReadOnlyList<int> Chapters { get; init; }

        /// <summary>The classes of computer of an item with one line.</summary>
        public IReadOnlyList<Located<string>>? Roles { get; init; }

        /// <summary>The lines of an item that has more than one.</summary>
        public IReadOnlyList<RowEntry>? Rows { get; init; }

        public IReadOnlyList<WordingEntry> Wordings { get; init; } = [];

        public DeadlineEntry? Deadline { get; init; }

        public string? Procurement { get; init; }

        public required string Source { get; init; }
    }

    internal sealed record FormEntry
    {
        public required string Name { get; init; }

        public required string En { get; init; }

        public required IReadOnlyList<FacilityKind> Kinds { get; init; }

        public string? Note { get; init; }

        public required string Source { get; init; }
    }

    internal sealed record WordingEntry
    {
        public required string Form { get; init; }

        public required string Ja { get; init; }

        public required string En { get; init; }

        public string? Note { get; init; }

        public required string Source { get; init; }
    }

    internal sealed record DeadlineEntry
    {
        public required DateTime By { get; init; }

        public DateTime? WarnAfter { get; init; }
    }

    internal sealed record RowEntry
    {
        public required Located<string> Role { get; init; }

        public required string Label { get; init; }
    }
}
