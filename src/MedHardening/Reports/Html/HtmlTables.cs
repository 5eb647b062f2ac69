namespace MedHardening.Reports.Html;

/// <summary>The pieces that most tables of the report share.</summary>
internal static class HtmlTables
{
    /// <summary>One line of column heads, which a browser repeats on every printed page.</summary>
    public static void Head(this HtmlWriter html, params Text[] columns)
    {
        using (html.Element("thead"))
        using (html.Element("tr"))
        {
            foreach (Text column in columns)
                html.Leaf("th", column);
        }
    }
}
