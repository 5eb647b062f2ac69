using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Checklist;

namespace MedHardening.Fleet;

/// <summary>What the reader of a run must be told once.</summary>
internal static class Notices
{
    public static IReadOnlyList<Notice> Of(StatusRequest request) =>
        [.. Recordings(request), .. Year(request), .. Scope(request), .. Gate(request), .. Exceptions(request), .. Off(request)];

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

    private static IEnumerable<Notice> Gate(StatusRequest request)
    {
        if (request.Facility?.OperatesMedicalSystem == false)
        {
            yield return new Notice("NoMedicalSystem", new Text(
                "施設記録では、医療情報システムを導入、運用していません。その場合、以下の項目の確認は不要です。",
                "By the facility record no medical information system is operated; the rows below need no confirmation then."));
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
            $"区分 {role.Name} では検査 {off.Key} を行っていません。理由: {off.Value}",
            $"The check {off.Key} is off for the role {role.Name}. Reason: {off.Value}"));

    private static string Day(System.DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
