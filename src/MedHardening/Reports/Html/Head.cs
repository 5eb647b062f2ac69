using MedHardening.Checklist;

namespace MedHardening.Reports.Html;

/// <summary>What a browser needs to know first, and the way to the parts of the report.</summary>
internal static class Head
{
    private static readonly (string Id, Text Title)[] s_parts =
    [
        ("form", new("1 チェックリスト", "1 Checklist")),
        ("coverage", new("2 測定の範囲", "2 Coverage")),
        ("findings", new("3 指摘", "3 Findings")),
        ("notices", new("4 お知らせ", "4 Notices")),
        ("computers", new("5 機器一覧", "5 Computers")),
        ("method", new("6 方法と出典", "6 Method and sources")),
    ];

    public static void Write(HtmlWriter html, ChecklistStatus status) => Write(
        html, status.Profile.Title.In(html.Language) + (status.Facility is null ? "" : " — " + status.Facility.Name));

    public static void Write(HtmlWriter html, string title)
    {
        using (html.Element("head"))
        {
            html.Void("meta", ("charset", "utf-8"));
            html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Assets.Policy));
            html.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
            html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
            html.Leaf("title", title);
            html.Style(Assets.Style);
        }
    }

    /// <summary>On the screen only.</summary>
    public static void WriteNavigation(HtmlWriter html)
    {
        using (html.Element("nav"))
        {
            foreach ((string id, Text title) in s_parts)
                html.Leaf("a", title, null, ("href", "#" + id));
        }
    }

    /// <summary>Opens a part with its heading.</summary>
    public static HtmlWriter.Open Part(this HtmlWriter html, string id)
    {
        HtmlWriter.Open part = html.Element("section", "part", ("id", id));
        foreach ((string known, Text title) in s_parts)
        {
            if (known == id)
                html.Leaf("h2", title);
        }

        return part;
    }
}
