using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;

namespace MedHardening.Fleet;

/// <summary>What the reader of a run must be told once.</summary>
internal static class Notices
{
    public static IReadOnlyList<Notice> Of(
        StatusRequest request, IReadOnlyList<Check> checks, IReadOnlyList<ChecklistRow> rows, IReadOnlyList<ComputerResult> computers) =>
    [
        .. Recordings(request), .. Year(request), .. Scope(request), .. Gate(request), .. Unmeasurable(checks, rows), .. Proofs.Of(request, computers),
        .. Twice(computers),
        .. Exceptions(request), .. Off(request),
    ];

    private static IEnumerable<Notice> Recordings(StatusRequest request)
    {
        if (request.Recorded is { } period)
        {
            string first = Day(JapanTime.Day(period.First));
            string last = Day(JapanTime.Day(period.Last));
            yield return new Notice("JudgedFromRecordings", new Text(
                $"機器には接続せず、{first}から{last}までに測定した記録を判定しました。今の状態ではありません。",
                $"Judged from recordings made from {first} to {last}; no computer was contacted. They may be otherwise by now."));
        }
    }

    private static IEnumerable<Notice> Year(StatusRequest request)
    {
        FiscalYear year = request.Profile.FiscalYear;
        if (request.AsOf.Date > year.To)
        {
            yield return new Notice("FiscalYearClosed", new Text(
                $"{year.Wareki}は{Day(year.To)}で終わっています。この結果は過去の年度の様式によるものです。",
                $"The fiscal year {year.Wareki} ended on {Day(year.To)}. This result is by the form of a past year."));
        }
    }

    private static IEnumerable<Notice> Scope(StatusRequest request)
    {
        if (request.Items.Count > 0)
        {
            yield return new Notice("ItemsSelected", new Text(
                "一部の項目だけを判定しました。様式全体の結果ではありません。",
                "Only some items were judged. This is not the result of the whole form."));
        }
    }

    // Where no computer was to be measured, nothing could have contradicted a はい: the reader must know.
    private static IEnumerable<Notice> Unmeasurable(IReadOnlyList<Check> checks, IReadOnlyList<ChecklistRow> rows)
    {
        HashSet<string> measurable = new(checks.OfType<HostCheck>().Where(c => c.Bearing == Bearing.Refutes).Select(c => c.Item));
        string[] numbers = rows
            .Where(r => r.Coverage.Ledger == 0 && measurable.Contains(r.Item.Key))
            .Select(r => r.Row.Label is null ? r.Item.Number : r.Item.Number + " " + r.Row.Label)
            .ToArray();
        if (numbers.Length > 0)
        {
            string list = string.Join(", ", numbers);
            yield return new Notice("NothingToMeasure", new Text(
                $"測定する機器が対象に1台もない行: {list}。人の回答だけによります。",
                $"Rows with no computer in scope to measure: {list}. They rest on people's answers alone."));
        }
    }

    // Two rows of a ledger may differ in a suffix or an address and yet be one computer; the other one was not measured then.
    private static IEnumerable<Notice> Twice(IReadOnlyList<ComputerResult> computers) => computers
        .Where(c => c.Identity is not null && c.Outcome is ComputerOutcome.Measured or ComputerOutcome.PartlyMeasured)
        .GroupBy(c => c.Identity!.Name + "\n" + c.Identity.Domain, System.StringComparer.OrdinalIgnoreCase)
        .Where(g => g.Count() > 1)
        .Select(g => (Own: g.First().Identity!.Name, Names: string.Join(", ", g.Select(c => c.Computer.Name))))
        .Select(g => new Notice("SameComputer", new Text(
            $"{g.Names} には、同じ名前のコンピューター {g.Own} が応答しました。一台なら、台帳の行を一つにしてください。",
            $"A computer of one name, {g.Own}, answered for {g.Names}. If it is one computer, give it one row of the ledger.")));

    private static IEnumerable<Notice> Gate(StatusRequest request)
    {
        if (request.Facility?.OperatesMedicalSystem == false)
        {
            yield return new Notice("NoMedicalSystem", new Text(
                "施設記録では、医療情報システムを導入、運用していません。その場合、以下の項目の確認は不要です。",
                "By the facility record no medical information system is operated; the rows below need no confirmation then."));
            if (request.Ledger.Count > 0)
            {
                yield return new Notice("GateContradicted", new Text(
                    $"一方、台帳には {request.Ledger.Count} 台の機器があります。施設記録の operatesMedicalSystem を確かめてください。",
                    $"Yet the ledger has {request.Ledger.Count} devices. Check operatesMedicalSystem in the facility record."));
            }
        }
        else if (request.Facility is { OperatesMedicalSystem: null })
        {
            yield return new Notice("GateUnanswered", new Text(
                "「医療情報システムを導入、運用している。」に回答がありません。施設記録の operatesMedicalSystem に書いてください。",
                "Nobody has answered whether a medical information system is operated. Write it into operatesMedicalSystem of the facility record."));
        }
    }

    private static IEnumerable<Notice> Exceptions(StatusRequest request) =>
        (request.Facility?.Exceptions ?? []).Where(e => !e.IsValid(request.AsOf)).Select(e =>
            request.AsOf.Date > e.Expires
                ? new Notice("ExceptionExpired", new Text(
                    $"例外 {e.Id} は{Day(e.Expires)}に期限が切れており、数えません。", $"Exception {e.Id} expired on {Day(e.Expires)} and does not count."))
                : new Notice("ExceptionNotApproved", new Text(
                    $"例外 {e.Id} は承認されていないため、数えません。", $"Exception {e.Id} is not approved and does not count.")));

    private static IEnumerable<Notice> Off(StatusRequest request) =>
        from role in request.Baseline.Roles
        from off in role.Off
        select new Notice("CheckOff", new Text(
            $"区分 {role.Name} では検査 {off.Key} を行っていません。その行は、例外がなければ判定不能です。理由: {off.Value}",
            $"The check {off.Key} is off for the role {role.Name}; without exceptions its row cannot be determined. Reason: {off.Value}"));

    private static string Day(System.DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
