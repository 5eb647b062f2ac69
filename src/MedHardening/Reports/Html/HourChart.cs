using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.AccessLogs;

namespace MedHardening.Reports.Html;

/// <summary>Sign-ins and failures by hour as inline SVG: two bars an hour, and the numbers for those who cannot see it.</summary>
internal static class HourChart
{
    private const int Height = 80;
    private const int Step = 24;
    private const int Bar = 9;

    public static void Write(HtmlWriter html, IReadOnlyList<HourOfDay> hours)
    {
        int most = Math.Max(1, hours.Max(h => Math.Max(h.SignIns, h.Failures)));
        string label = new Text("時間帯ごとのサインイン（塗り）と失敗（枠のみ）", "Sign-ins (filled) and failures (outlined) by hour").In(html.Language);
        using (html.Element("svg", null, ("viewBox", "0 0 " + Number(24 * Step) + " " + Number(Height + 16)), ("width", "100%"), ("role", "img"), ("aria-label", label)))
        {
            foreach (HourOfDay hour in hours)
            {
                int x = hour.Hour * Step;
                WriteBar(html, x, hour.SignIns, most, "currentColor");
                WriteBar(html, x + Bar + 1, hour.Failures, most, "none");
                html.Leaf("text", Number(hour.Hour), null, ("x", Number(x)), ("y", Number(Height + 13)), ("font-size", "10"), ("fill", "currentColor"));
            }
        }
    }

    private static void WriteBar(HtmlWriter html, int x, int count, int most, string fill)
    {
        int height = count == 0 ? 0 : Math.Max(1, (int)((long)count * (Height - 2) / most));
        using (html.Element(
            "rect", null, ("x", Number(x)), ("y", Number(Height - height)), ("width", Number(Bar)), ("height", Number(height)), ("fill", fill), ("stroke", "currentColor")))
            html.Leaf("title", Number(count));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
