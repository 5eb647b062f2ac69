using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using MedHardening.AccessLogs;

namespace MedHardening.Reports.Html;

/// <summary>
/// Summaries of access logs as one page that prints on A4: counts only, a section a computer, and room for who reviewed it, which is not
/// for a program to fill in.
/// </summary>
internal static class AccessLogPage
{
    private const int MostGroups = 50;

    private static readonly Text s_title = new("アクセスログの集計（2-⑪）", "Access log summary (2-⑪)");

    public static void Write(IReadOnlyList<AccessLogSummary> summaries, Language language, Stream stream)
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        HtmlWriter html = new(writer, language);
        writer.WriteLine("<!DOCTYPE html>");
        using (html.Element("html", null, ("lang", language == Language.Japanese ? "ja" : "en")))
        {
            using (html.Element("head"))
            {
                html.Void("meta", ("charset", "utf-8"));
                html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Assets.Policy));
                html.Leaf("title", s_title);
                html.Style(Assets.Style);
            }
            using (html.Element("body"))
            {
                html.Leaf("h1", s_title);
                html.Leaf("p", new Text("確認者・確認日: ____________________", "Reviewed by, on: ____________________"));
                foreach (AccessLogSummary summary in summaries)
                    Write(html, summary);
            }
        }
    }

    private static void Write(HtmlWriter html, AccessLogSummary summary)
    {
        using (html.Element("section", "part"))
        {
            html.Leaf("h2", summary.ComputerName);
            foreach (Text line in Lines(summary))
                html.Leaf("p", line);
            HourChart.Write(html, summary.Hours);
            WriteTable(
                html,
                AccessLogWords.Columns.Skip(1).Take(8),
                summary.Groups.Take(MostGroups).Select(g => new[]
                {
                    g.Account, g.Sid, g.Source, AccessLogWords.LogonType(g.LogonType).In(html.Language), Number(g.SignIns), Number(g.Failures),
                    AccessLogWords.Time(g.First, summary.To.Offset), AccessLogWords.Time(g.Last, summary.To.Offset),
                }));
        }
    }

    private static IEnumerable<Text> Lines(AccessLogSummary s)
    {
        string At(System.DateTimeOffset at) => AccessLogWords.Time(at, s.To.Offset);
        yield return new(
            $"期間 {At(s.From)} ～ {At(s.To)}　サインイン {s.SignIns}　失敗 {s.Failures}", $"From {At(s.From)} to {At(s.To)}: {s.SignIns} sign-ins, {s.Failures} failures");
        if (s.IsPartial)
        {
            yield return new(
                $"一部しか読めていません（読めない期間 {s.Unread.Count}、理解できない記録 {s.NotUnderstood}、最も古い記録 {(s.Capacity?.Oldest is { } o ? At(o) : "不明")}）。",
                $"Partial: {s.Unread.Count} periods not read, {s.NotUnderstood} events not understood, oldest record {(s.Capacity?.Oldest is { } p ? At(p) : "not known")}.");
        }
        foreach (FailureBurst b in s.Bursts)
        {
            yield return new(
                $"連続した失敗: {b.Source} から {At(b.Start)} ～ {At(b.End)} に {b.Failures} 回（{b.Accounts} アカウント）",
                $"Burst: {b.Failures} failures from {b.Source}, {At(b.Start)} to {At(b.End)}, {b.Accounts} account(s)");
        }
        foreach (FirstSeen account in s.NewAccounts)
            yield return new($"初めて見るアカウント: {account.Name}（{At(account.At)}）", $"Account not seen before: {account.Name} ({At(account.At)})");
        foreach (FirstSeen source in s.NewSources)
            yield return new($"初めて見る接続元: {source.Name}（{At(source.At)}）", $"Source not seen before: {source.Name} ({At(source.At)})");
        foreach (LogClear clear in s.Clears)
            yield return new($"ログの消去: {At(clear.At)}（{clear.Log}）", $"Log cleared: {At(clear.At)} ({clear.Log})");
        if (s.Capacity is { } c)
        {
            string full = c.IsFull ? (c.Overwrites ? "満杯（古い記録から上書き）" : "満杯（記録が止まる）") : c.PredictedFull is { } f ? At(f) : "不明";
            string fullEn = c.IsFull ? (c.Overwrites ? "full, overwrites the oldest" : "full, records no more") : c.PredictedFull is { } g ? At(g) : "not known";
            yield return new(
                $"容量 {c.Size >> 20} / {c.MaxSize >> 20} MB　保持 {Days(c)} 日　満杯の見込み {full}",
                $"Size {c.Size >> 20} of {c.MaxSize >> 20} MB, holds {Days(c)} days, full: {fullEn}");
        }
        string may = s.MayClear is null ? "?" : string.Join(", ", s.MayClear);
        yield return new($"消去できる者: {may}", $"May clear the log: {may}");
    }

    private static string Days(LogCapacity capacity) => capacity.DaysHeld?.ToString("0", CultureInfo.InvariantCulture) ?? "?";

    private static void WriteTable(HtmlWriter html, IEnumerable<Text> columns, IEnumerable<string[]> rows)
    {
        using (html.Element("table"))
        {
            using (html.Element("thead"))
            using (html.Element("tr"))
            {
                foreach (Text column in columns)
                    html.Leaf("th", column);
            }
            using (html.Element("tbody"))
            {
                foreach (string[] row in rows)
                {
                    using (html.Element("tr"))
                    {
                        foreach (string cell in row)
                            html.Leaf("td", cell);
                    }
                }
            }
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
