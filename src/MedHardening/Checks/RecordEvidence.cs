using System;
using System.Collections.Generic;
using System.Globalization;
using MedHardening.Checklist;
using MedHardening.Checklist.Records;

namespace MedHardening.Checks;

/// <summary>
/// Gathers what a part of the facility record says, line by line. What is not written, or no longer counts, is Unknown: a person
/// has to complete the record. Only <see cref="Against"/> makes a contradiction.
/// </summary>
/// <param name="section">Key of the part: the source of every line is <c>facility.yaml: section.key</c>.</param>
internal sealed class RecordEvidence(FacilityView view, string section)
{
    private readonly List<Evidence> _lines = [];

    /// <summary>The verdict when the part was not written at all.</summary>
    public static Verdict Missing(string section) => Verdict.Unknown(
        Verdict.RecordIncomplete, new Evidence(Source(section, ""), Operators.Exists, "", Evidence.Absent, Outcome.Unknown));

    /// <summary>Something must be written there.</summary>
    public void Written(string key, string? text) =>
        Add(key, Operators.Exists, "", string.IsNullOrWhiteSpace(text) ? Evidence.Absent : text!, !string.IsNullOrWhiteSpace(text));

    /// <summary>At least so many entries must be there.</summary>
    public void AtLeast(string key, int least, int found) => Add(key, Operators.AtLeast, Number(least), Number(found), found >= least);

    public void Named(string key, Person? person) => Written(key, person is { IsNamed: true } ? person.Name + " / " + person.Title : null);

    /// <summary>A day that has come.</summary>
    public void Past(string key, DateTime? day) => Add(key, Operators.AtMost, Day(view.AsOf), Day(day), day <= view.AsOf.Date);

    /// <summary>A day not more than so many months before the judgement, and not after it.</summary>
    public void Recent(string key, DateTime? day, int months)
    {
        DateTime earliest = view.AsOf.Date.AddMonths(-months);
        if (day > view.AsOf.Date)
        {
            Past(key, day);
        }
        else
        {
            Add(key, Operators.AtLeast, Day(earliest), Day(day), day >= earliest);
        }
    }

    /// <summary>A document that is there, unchanged and valid.</summary>
    public void Kept(string key, Document? document)
    {
        DocumentState state = view.Documents.StateOf(document ?? new Document());
        string actual = state.Problem switch
        {
            DocumentProblem.None => state.Sha256,
            DocumentProblem.NotNamed => Evidence.Absent,
            _ => state.Problem.ToString(),
        };
        Add(key, Operators.Unchanged, document?.Path ?? "", actual, state.Problem == DocumentProblem.None);
    }

    /// <summary>Wanted and not so: the record must be completed.</summary>
    public void Open(string key, string comparison, string expected, string actual) =>
        Add(key, comparison, expected, actual, isEnough: false);

    /// <summary>What is as it must be.</summary>
    public void For(string key, string comparison, string expected, string actual) =>
        Add(key, comparison, expected, actual, isEnough: true);

    /// <summary>What contradicts a はい.</summary>
    public void Against(string key, string comparison, string expected, string actual) =>
        _lines.Add(new Evidence(Source(section, key), comparison, expected, actual, Outcome.Fail));

    public Verdict ToVerdict() => Verdict.Of(_lines, Verdict.RecordIncomplete);

    public static string Day(DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Evidence.Absent;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Source(string section, string key) =>
        "facility.yaml: " + section + (key.Length == 0 || key[0] == '[' ? key : "." + key);

    private void Add(string key, string comparison, string expected, string actual, bool isEnough) =>
        _lines.Add(new Evidence(Source(section, key), comparison, expected, actual, isEnough ? Outcome.Pass : Outcome.Unknown));
}
