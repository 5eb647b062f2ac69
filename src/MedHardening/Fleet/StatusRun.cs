using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Checklist.Records;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Cim.Recording;
using MedHardening.Fleet.Inventory;

namespace MedHardening.Fleet;

/// <summary>The main job: measures the fleet and returns the rows of the form.</summary>
public sealed class StatusRun
{
    // Connection attempts to computers that are off cost nothing but time, so more of them may be under way.
    private const int ConnectingPerSlot = 4;

    // What nobody looked at supports no はい, whoever it was that did not look.
    private const string CheckOff = "CheckOff";

    private readonly RecordingTransport _transport;
    private readonly Func<LedgerComputer, CimTarget> _target;
    private readonly IReadOnlyList<Check> _checks;

    /// <param name="target">How a computer of the ledger is reached.</param>
    public StatusRun(ICimTransport transport, Func<LedgerComputer, CimTarget> target)
        : this(transport, target, CheckCatalog.All)
    {
    }

    internal StatusRun(ICimTransport transport, Func<LedgerComputer, CimTarget> target, IReadOnlyList<Check> checks)
    {
        _transport = transport as RecordingTransport ?? new RecordingTransport(transport);
        _target = target;
        _checks = checks;
    }

    /// <param name="onComputer">Called as each computer ends, on any thread, never two at a time.</param>
    /// <exception cref="InvalidFileException">A computer of the ledger has a role that the baseline does not know.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped; every worker has ended.</exception>
    public async Task<ChecklistStatus> RunAsync(
        StatusRequest request, Action<ComputerProgress> onComputer, CancellationToken cancel)
    {
        DateTimeOffset startedAt = DateTimeOffset.Now;
        request = request with { Profile = request.Profile.On(request.Facility?.Kind) };
        ILookup<bool, LedgerComputer> byNetwork = request.Ledger.ToLookup(c => c.Role == Roles.Network);
        LedgerComputer[] computers = byNetwork[false].ToArray();
        EnsureRolesKnown(request, computers);
        Check[] checks = _checks.Where(c => request.Selects(c.Item)).ToArray();

        List<ComputerResult> measured = new(computers.Length);
        List<CheckResult> results = new();
        Exceptions exceptions = new(request.Facility, request.Profile.FiscalYear, request.AsOf);
        HostCheck[] hostChecks = (request.CollectAll ? _checks : checks).OfType<HostCheck>().ToArray();
        await MeasureAsync(request, computers, hostChecks, (computer, ofComputer) =>
        {
            CheckResult[] applied = ofComputer.Select(exceptions.Apply).ToArray();
            measured.Add(computer);
            results.AddRange(applied);
            onComputer(new ComputerProgress(computer, applied, measured.Count, computers.Length));
        }, cancel).ConfigureAwait(false);

        measured.Sort((a, b) => string.Compare(a.Computer.Name, b.Computer.Name, StringComparison.OrdinalIgnoreCase));
        DomainCheck[] domainChecks = (request.CollectAll ? _checks : checks).OfType<DomainCheck>().ToArray();
        results.AddRange((await DomainAudit.RunAsync(request, domainChecks, measured, cancel).ConfigureAwait(false)).Select(exceptions.Apply));
        bool needsDirectory = (request.CollectAll ? _checks : checks).OfType<FacilityCheck>().Any(c => c.NeedsDirectory);
        (IReadOnlyList<DirectoryComputer>? directory, CimFault? fault) = needsDirectory
            ? await DirectoryComputers.ReadAsync(request.Directories, cancel).ConfigureAwait(false)
            : (null, null);
        DocumentFiles documents = new(request.Facility?.Folder, request.AsOf);
        FacilityView view = new(request.Facility, request.Ledger, measured, results, request.AsOf)
        {
            Profile = request.Profile, Documents = documents, Directory = directory, DirectoryFault = fault,
        };
        results.AddRange(checks.OfType<FacilityCheck>().Select(c => exceptions.Apply(JudgeFacility(c, request, view))).ToArray());
        results.Sort((a, b) => Order(a, b));

        RowBuilder builder = new(request, checks, measured, results, documents);
        ChecklistRow[] rows = request.Profile.Items
            .Where(i => request.Selects(i.Key))
            .SelectMany(i => i.Rows.Select(r => builder.Build(i, r)))
            .ToArray();
        return new ChecklistStatus(
            request.Profile,
            request.Baseline.Reference,
            request.Facility,
            request.AsOf,
            request.Recorded?.First ?? startedAt,
            request.Recorded?.Last ?? DateTimeOffset.Now,
            rows,
            measured,
            results,
            byNetwork[true].Count(),
            Notices.Of(request, checks, rows, measured));
    }

    private async Task MeasureAsync(
        StatusRequest request,
        LedgerComputer[] computers,
        HostCheck[] checks,
        Action<ComputerResult, IReadOnlyList<CheckResult>> onComputer,
        CancellationToken cancel)
    {
        using SemaphoreSlim slots = new(request.ThrottleLimit);
        HostAudit audit = new(new HostVisit(_transport, _target, slots));
        object oneAtATime = new();
        await Workers.RunAsync(computers, request.ThrottleLimit * ConnectingPerSlot, async computer =>
        {
            (ComputerResult result, IReadOnlyList<CheckResult> results) = await audit
                .RunAsync(computer, request, checks, cancel).ConfigureAwait(false);
            lock (oneAtATime)
                onComputer(result, results);
        }, cancel).ConfigureAwait(false);
    }

    private static CheckResult JudgeFacility(FacilityCheck check, StatusRequest request, FacilityView view)
    {
        // A facility is of no role, so what the baseline says for every role holds: the settings of the first.
        BaselineRole role = request.Baseline.Role(Roles.Server)!;
        Verdict verdict = role.Off.ContainsKey(check.Id) ? Verdict.Unknown(CheckOff) : Judge(check, view, role.SettingsOf(check));
        return new CheckResult(Subject.Facility(request.Facility?.Name ?? ""), check, verdict);
    }

    private static Verdict Judge(FacilityCheck check, FacilityView view, object settings)
    {
        try
        {
            return check.Evaluate(view, settings);
        }
        catch (IOException e)
        {
            // A document that went away while it was read.
            return Verdict.Unknown("Document" + DocumentProblem.Unreadable, new Evidence(e.Message, Operators.Exists, "", "", Outcome.Unknown));
        }
    }

    private static int Order(CheckResult a, CheckResult b)
    {
        int byKind = a.Subject.Kind.CompareTo(b.Subject.Kind);
        int bySubject = byKind != 0 ? byKind : string.Compare(a.Subject.Name, b.Subject.Name, StringComparison.OrdinalIgnoreCase);
        return bySubject != 0 ? bySubject : string.CompareOrdinal(a.Check.Id, b.Check.Id);
    }

    private static void EnsureRolesKnown(StatusRequest request, LedgerComputer[] computers)
    {
        string known = string.Join(", ", request.Baseline.Roles.Select(r => r.Name));
        Fault[] faults = computers
            .Where(c => request.Baseline.Role(c.Role) is null)
            .Select(c => new Fault(request.LedgerPath, c.Line, c.Line > 0 ? 1 : 0, new Text(
                $"コンピューター {c.Name} の区分「{c.Role}」はベースライン {request.Baseline.Reference.Path} にありません。使えるもの: {known}",
                $"The role '{c.Role}' of computer {c.Name} is not in the baseline {request.Baseline.Reference.Path}. Known: {known}"), null))
            .ToArray();
        if (faults.Length > 0)
            throw new InvalidFileException(faults);
    }
}
