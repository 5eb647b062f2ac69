using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Cim.Recording;
using MedHardening.Fleet;

namespace MedHardening.Cli.Status;

/// <summary>Reads all that a run needs, before anything is measured.</summary>
internal static class StatusInputs
{
    /// <exception cref="InvalidFileException">The mistakes of all files together: one round of editing is enough.</exception>
    /// <exception cref="UsageException">An item that the profile does not have.</exception>
    public static StatusRequest Read(StatusArguments arguments, SnapshotTransport? snapshots)
    {
        List<Fault> faults = [];
        Baseline? baseline = Try(() => BaselineReader.Read(arguments.Baseline), faults);
        ChecklistProfile? profile = baseline is null ? null : Try(() => ProfileReader.Load(baseline), faults);
        FacilityRecord? facility = arguments.Facility is { } path && profile is not null
            ? Try(() => FacilityReader.Read(path, profile), faults)
            : null;
        IReadOnlyList<LedgerComputer>? ledger = arguments.Ledger is { } file
            ? Try(() => LedgerReader.Read(file), faults)
            : Named(arguments, snapshots);
        if (faults.Count > 0)
            throw new InvalidFileException(faults);
        RecordedPeriod? recorded = snapshots?.Period();
        return new StatusRequest(baseline!, profile!, facility, ledger!, arguments.AsOf ?? JapanTime.Day(recorded?.Last ?? DateTimeOffset.UtcNow))
        {
            Recorded = recorded,
            Items = Items(arguments.Items, profile!),
            ThrottleLimit = arguments.Connection.ThrottleLimit,
            SkipsCertificateCheck = arguments.Connection.Tls.SkipCheck && snapshots is null,
            CollectAll = arguments.CollectAll,
            LedgerPath = arguments.Ledger ?? "--computer",
        };
    }

    private static LedgerComputer[] Named(StatusArguments arguments, SnapshotTransport? snapshots) =>
        (arguments.Computers.Count > 0 ? arguments.Computers : snapshots?.Hosts ?? [])
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Select(name => new LedgerComputer(name, name, arguments.Role, Handling.ReadOnly, 0))
        .ToArray();

    private static string[] Items(IReadOnlyList<string> typed, ChecklistProfile profile) =>
        typed.Select(t => (profile.Find(t) ?? throw UnknownItem(t, profile)).Key).Distinct().ToArray();

    private static UsageException UnknownItem(string typed, ChecklistProfile profile)
    {
        string[] words = profile.Items.SelectMany(i => new[] { ItemNumber.Typed(i.Number), i.Key }).ToArray();
        Text known = Suggestion.Of(typed, words);
        return new UsageException(new(
            "項目「" + typed + "」はありません。" + known.Ja,
            "There is no item '" + typed + "'. " + known.En));
    }

    private static T? Try<T>(Func<T> read, List<Fault> faults)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InvalidFileException e)
        {
            faults.AddRange(e.Faults);
            return null;
        }
    }
}
