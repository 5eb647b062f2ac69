using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Checklist;

/// <summary>One year's official checklist as data. A new year is a new file; no check changes.</summary>
public sealed record ChecklistProfile(
    string Id,
    Text Title,
    FiscalYear FiscalYear,
    string GuidelineVersion,
    GateRow? Gate,
    IReadOnlyList<ChecklistItem> Items)
{
    /// <summary>The forms of the year; empty when the profile does not tell them apart.</summary>
    public IReadOnlyList<ChecklistForm> Forms { get; init; } = [];

    /// <summary>How often a line may be answered within the year (1回目, 2回目).</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>The form that a facility fills in; the first one when nobody has said what it is, null when there are none.</summary>
    public ChecklistForm? FormOf(FacilityKind? kind) =>
        Forms.FirstOrDefault(f => kind is { } known && f.Kinds.Contains(known)) ?? Forms.FirstOrDefault();

    /// <summary>The checklist as the form of a kind of facility has it: its items alone, in its wording.</summary>
    public ChecklistProfile On(FacilityKind? kind) => FormOf(kind) is not { } form ? this : this with
    {
        Items = Items.Where(i => i.Forms.Contains(form.Name)).Select(i => i.On(form)).ToArray(),
    };

    /// <summary>The lines of the official form, in its order.</summary>
    public IEnumerable<FormRow> Rows => Items.SelectMany(i => i.Rows);

    /// <summary>
    /// The item that a person means: its key (<c>access-log</c>), its number as printed (<c>2-⑪</c>) or typed (<c>2-11</c>); null if none.
    /// </summary>
    public ChecklistItem? Find(string text)
    {
        string wanted = ItemNumber.Typed(ItemNumber.Plain(text));
        return Items.FirstOrDefault(i => string.Equals(i.Key, wanted, StringComparison.OrdinalIgnoreCase))
            ?? Items.FirstOrDefault(i => ItemNumber.Typed(i.Number) == wanted);
    }
}

/// <summary>A Japanese fiscal year, both days inclusive.</summary>
public sealed record FiscalYear(string Wareki, DateTime From, DateTime To)
{
    public bool Contains(DateTime day) => day.Date >= From && day.Date <= To;
}

/// <summary>The line before all others: without a medical information system the rest need not be answered.</summary>
public sealed record GateRow(Text Title, string Source);

/// <summary>One numbered item.</summary>
/// <param name="Key">Stable through the years: <c>access-log</c>.</param>
/// <param name="Number">As printed: <c>2-⑪</c>.</param>
/// <param name="Note">The ※ note printed with the item, or null.</param>
/// <param name="Category">What the form says it is about: 医療情報システム全般, サーバについて, …</param>
/// <param name="Forms">The forms it stands on: 医療機関確認用, 事業者確認用, 薬局確認用.</param>
/// <param name="Chapters">Chapters of the 運用管理規程 template that belong to it.</param>
/// <param name="Source">Where the wording comes from: public title or URL, or 未確認（公式様式で要確認）.</param>
public sealed record ChecklistItem(
    string Key,
    string Number,
    FormSection Section,
    Text Title,
    string? Note,
    string Category,
    bool NewThisYear,
    IReadOnlyList<string> Forms,
    IReadOnlyList<int> Chapters,
    string Source)
{
    /// <summary>Its lines on the form: one, or two where servers and client PCs are answered apart.</summary>
    public IReadOnlyList<FormRow> Rows { get; init; } = [];

    /// <summary>Its wording on forms that word it otherwise.</summary>
    public IReadOnlyList<FormWording> Wordings { get; init; } = [];

    internal ChecklistItem On(ChecklistForm form) => Wordings.FirstOrDefault(w => w.Form == form.Name) is not { } wording ? this : this with
    {
        Title = wording.Title, Note = wording.Note, Source = wording.Source,
    };

    /// <summary>The days of an item that may be planned for; null for the others.</summary>
    public ItemDeadline? Deadline { get; init; }

    /// <summary>A text for 提案依頼書・要求仕様書 that asks vendors for it, in Japanese; null when there is none.</summary>
    public string? Procurement { get; init; }
}

/// <summary>One of the official forms of a year: 医療機関確認用, 事業者確認用, 薬局確認用.</summary>
/// <param name="Note">What is not confirmed about it, to be printed beside its name; null when nothing is.</param>
public sealed record ChecklistForm(string Name, string English, IReadOnlyList<FacilityKind> Kinds, string? Note, string Source);

/// <summary>How one form words an item.</summary>
public sealed record FormWording(string Form, Text Title, string? Note, string Source);

/// <summary>By when something must be so.</summary>
/// <param name="By">The last day that the form of the year allows.</param>
/// <param name="WarnAfter">An earlier day that the form does not ask for, and the next guideline does; null when there is none.</param>
public sealed record ItemDeadline(DateTime By, DateTime? WarnAfter);

/// <summary>A numbered section of the form.</summary>
public sealed record FormSection(int Number, Text Title);

/// <summary>One line of the official form with an answer of its own.</summary>
/// <param name="Key">The item's key, with the role behind it where the item has two lines: <c>background-services-server</c>.</param>
/// <param name="Label">What tells the line from its sibling: サーバ, 端末PC; null for the only line of an item.</param>
/// <param name="Roles">The classes of computer that it is about (<see cref="Roles"/>); empty when it is about no computer.</param>
public sealed record FormRow(string Key, string ItemKey, string? Label, IReadOnlyList<string> Roles);

/// <summary>The spelling of item numbers.</summary>
public static class ItemNumber
{
    private const char One = '①';

    /// <summary>Without what a Japanese keyboard makes of digits and of a hyphen behind one: <c>２－９</c> and <c>2ー9</c> become <c>2-9</c>.</summary>
    public static string Plain(string word)
    {
        string text = HalfWidth.Of(word.Trim());
        return string.Concat(text.Select((c, i) =>
            c is '‐' or '–' or '−' or 'ー' or '―' && i > 0 && text[i - 1] is >= '0' and <= '9' ? '-' : c));
    }

    /// <summary>A number from 1 to 20 in its circle, as the form prints it; a higher one as it is.</summary>
    public static string Printed(string digits) =>
        int.TryParse(digits, out int number) && number is >= 1 and <= 20 ? ((char)(One + number - 1)).ToString() : digits;

    /// <summary>As typed on a keyboard: <c>2-⑪</c> becomes <c>2-11</c>; anything else is unchanged.</summary>
    public static string Typed(string number) => string.Concat(number.Select(c =>
        c is >= One and <= '⑳' ? (c - One + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : c.ToString()));
}
