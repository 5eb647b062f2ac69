using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.Changes;

/// <summary>What a baseline demands of a computer of its role, as far as the checks can repair it and no valid exception says otherwise.</summary>
public sealed class BaselinePlanner(StatusRequest request) : HostPlanner
{
    private readonly Exceptions _exceptions = new(request.Facility, request.Profile.FiscalYear, request.AsOf);
    private readonly HostCheck[] _checks = CheckCatalog.All.OfType<HostCheck>().Where(c => c is IRepairingCheck && request.Selects(c.Item)).ToArray();

    /// <summary>Whether anything that was asked for can be repaired at all.</summary>
    public bool CanRepair => _checks.Length > 0;

    /// <summary>Keys of the items that some check can repair.</summary>
    public static IReadOnlyList<string> RepairableItems { get; } =
        CheckCatalog.All.Where(c => c is IRepairingCheck).Select(c => c.Item).Distinct().ToArray();

    public override async Task<IReadOnlyList<Change>> PlanAsync(ICimSession session, LedgerComputer computer, CancellationToken cancel)
    {
        List<Change> changes = [];
        if (Excepted(computer) is { } exception && !Demanded(computer).Any())
            throw new ChangeRefusedException("Excepted", exception.Id);
        foreach ((HostCheck check, object settings) in Demanded(computer))
        {
            ChangeList list = new(session, check.Id);
            await ((IRepairingCheck)check).PlanAsync(new HostView(session, request.AsOf), settings, list, cancel).ConfigureAwait(false);
            changes.AddRange(list.Changes);
        }
        return changes;
    }

    /// <summary>The checks themselves say whether all is well now.</summary>
    public override async Task<string?> ShortfallAsync(ICimSession session, LedgerComputer computer, CancellationToken cancel)
    {
        foreach ((HostCheck check, object settings) in Demanded(computer))
        {
            Verdict verdict = await check.EvaluateAsync(new HostView(session, request.AsOf), settings, cancel).ConfigureAwait(false);
            Evidence? failing = verdict.Evidence.FirstOrDefault(e => e.Outcome == Outcome.Fail);
            if (verdict.Outcome == Outcome.Fail && failing is not null)
                return check.Id + ": " + failing.Source + " = " + failing.Actual + ", " + failing.Operator + " " + failing.Expected;
        }
        return null;
    }

    // What an approved exception leaves as it is, is left as it is here, too.
    private IEnumerable<(HostCheck Check, object Settings)> Demanded(LedgerComputer computer)
    {
        BaselineRole role = RoleOf(computer);
        return Concerning(role).Where(c => _exceptions.Find(c, computer.Name) is null).Select(c => (c, role.SettingsOf(c)));
    }

    private RecordedException? Excepted(LedgerComputer computer) =>
        Concerning(RoleOf(computer)).Select(c => _exceptions.Find(c, computer.Name)).FirstOrDefault(e => e is not null);

    private IEnumerable<HostCheck> Concerning(BaselineRole role) => _checks.Where(c => request.Demands(c, role));

    private BaselineRole RoleOf(LedgerComputer computer) =>
        request.Baseline.Role(computer.Role) ?? throw new ChangeRefusedException("RoleUnknown", computer.Role);
}
