using MedHardening.Checklist;

namespace MedHardening.Reports.Html;

/// <summary>What the reader of the run must know once.</summary>
internal static class NoticeList
{
    public static void Write(HtmlWriter html, ChecklistStatus status)
    {
        using (html.Part("notices"))
        {
            if (status.Notices.Count == 0)
            {
                html.Leaf("p", new Text("お知らせはない。", "There is nothing to tell."));
                return;
            }

            using (html.Element("ul"))
            {
                foreach (Notice notice in status.Notices)
                {
                    using (html.Element("li"))
                    {
                        html.Text(notice.Text);
                        html.Leaf("small", "［" + notice.Code + "］");
                    }
                }
            }
        }
    }
}
