using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Domains;

namespace MedHardening.Fleet;

/// <summary>
/// Judges the domains: those that are asked, those of the facility record, and those that measured computers belong to. One
/// that nobody asked is not measured, so that its rows stay open.
/// </summary>
internal static class DomainAudit
{
    public static async Task<IReadOnlyList<CheckResult>> RunAsync(
        StatusRequest request, IReadOnlyList<DomainCheck> checks, IReadOnlyList<ComputerResult> computers, CancellationToken cancel)
    {
        List<CheckResult> results = [];
        foreach (string name in Names(request, computers))
        {
            // Several checks ask the same: the domain is asked once.
            IDirectory? asked = request.Directories.FirstOrDefault(d => Same(d.Domain, name));
            IDirectory? directory = asked is null or RecordingDirectory ? asked : new RecordingDirectory(asked);
            foreach (DomainCheck check in checks)
                results.Add(new CheckResult(Subject.Domain(name), check, await JudgeAsync(check, directory, request, cancel).ConfigureAwait(false)));
        }
        return results.Where(r => request.Selects(r.Check.Item)).ToArray();
    }

    private static IEnumerable<string> Names(StatusRequest request, IReadOnlyList<ComputerResult> computers) =>
        request.Directories.Select(d => d.Domain)
            .Concat(request.Facility?.Domains ?? [])
            .Concat(computers.Where(c => c.Identity is { IsInDomain: true, Domain.Length: > 0 }).Select(c => c.Identity!.Domain))
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private static async Task<Verdict> JudgeAsync(DomainCheck check, IDirectory? directory, StatusRequest request, CancellationToken cancel)
    {
        if (directory is null)
            return Verdict.Unknown("DomainNotAsked");
        // A domain is of no role, so what the baseline says for every role holds: the settings of the first.
        BaselineRole role = request.Baseline.Role(Roles.Server)!;
        if (role.Off.ContainsKey(check.Id))
            return Verdict.Unknown("CheckOff");
        try
        {
            DomainView view = new(directory, request.AsOf) { Guideline = request.Profile.GuidelineVersion };
            return await check.EvaluateAsync(view, role.SettingsOf(check), cancel).ConfigureAwait(false);
        }
        catch (CimFault fault)
        {
            Verdict verdict = Verdict.Unknown(fault);
            return verdict with { Reason = DirectoryReasons.Of(fault.Kind) };
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // A defect of ours must neither end the run nor look like a measurement.
            return Verdict.Unknown("InternalError", new Evidence(e.GetType().Name + ": " + e.Message, Operators.Exists, "", "", Outcome.Unknown));
        }
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
