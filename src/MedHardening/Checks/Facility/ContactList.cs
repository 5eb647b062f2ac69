using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using MedHardening.Baselines;
using MedHardening.Checklist.Records;

namespace MedHardening.Checks.Facility;

/// <summary>
/// The contact chart and the external contact list: every category of 【外部連絡リスト】 has somebody who can be reached, no
/// placeholder of a template is left, and somebody has looked at it lately.
/// </summary>
internal sealed class ContactList : FacilityCheck<ContactList.Settings>
{
    // A社, X総合病院, ○○, 株式会社△△, 0X-XXXX-XXXX, 00-0000-0000, 未定
    private static readonly Regex s_placeholder = new(
        @"^[A-ZＡ-Ｚ](社|総合病院|病院|医院|クリニック|薬局)$|[○〇△□×●▲]{2,}|X{2,}|Ｘ{2,}|未定|未記入|要確認|^0[0-]+$|^(TBD|n/a|x+)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    public sealed record Settings
    {
        /// <summary>Categories that must be filled. The template of the Ministry's training has all of them.</summary>
        public IReadOnlyList<ContactCategory> Mandatory { get; init; } =
        [
            ContactCategory.Ministry, ContactCategory.Prefecture, ContactCategory.HealthCentre, ContactCategory.Police,
            ContactCategory.PersonalInformation, ContactCategory.SystemVendor, ContactCategory.Neighbour,
        ];

        /// <summary>How many months old the last review may be. The checklist gives no number.</summary>
        [Within(1, 60)]
        public int MaxMonths { get; init; } = 12;
    }

    public override string Id => "contact-list";

    public override string Item => "contact-chart";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("連絡体制図と外部連絡リストがそろっている", "The contact chart and the list of external contacts are complete");

    public override Text Remedy => new(
        "区分ごとに組織名と電話番号（または報告先のWeb）を書き、ひな形の仮の名前を直し、紙でも掲示する。",
        "Fill in organisation and telephone (or web form) for each category, replace the template's made-up names, and keep a copy on paper.");

    protected override Verdict Evaluate(FacilityView view, Settings settings)
    {
        if (view.Sections.Contacts is not { } section)
            return RecordEvidence.Missing("contacts");
        RecordEvidence evidence = new(view, "contacts");
        evidence.Kept("chart", section.Chart);
        evidence.Named("approvedBy", section.ApprovedBy);
        evidence.Recent("reviewedOn", section.ReviewedOn, settings.MaxMonths);
        evidence.Written("paperAt", section.PaperAt);
        if (section.External is not { } contacts)
        {
            evidence.Open("external", Operators.Exists, "", Evidence.Absent);
            return evidence.ToVerdict();
        }

        foreach (ContactCategory category in settings.Mandatory)
            Category(category, contacts.Where(c => c.Category == category).ToArray(), evidence);
        foreach (ContactSection.Contact contact in contacts)
            Placeholders(contact, evidence);
        return evidence.ToVerdict();
    }

    private static void Category(ContactCategory category, IReadOnlyList<ContactSection.Contact> contacts, RecordEvidence evidence)
    {
        string key = "external[" + WordAttribute.First(category) + "]";
        ContactSection.Contact? filled = contacts.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c.Organisation) && c.IsReachable);
        if (filled is null)
            evidence.Against(key, Operators.Exists, "", Evidence.Absent);
        else
            evidence.For(key, Operators.Exists, "", filled.Organisation!);
    }

    private static void Placeholders(ContactSection.Contact contact, RecordEvidence evidence)
    {
        foreach (string word in new[] { contact.Organisation, contact.Person, contact.Phone }.OfType<string>().Where(w => s_placeholder.IsMatch(w.Trim())))
            evidence.Against("external[" + WordAttribute.First(contact.Category) + "]", Operators.Exists, "", word);
    }
}
