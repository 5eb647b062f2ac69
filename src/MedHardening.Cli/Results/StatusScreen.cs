using MedHardening.Checklist;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli.Results;

/// <summary>A whole run on the terminal: what must be known, the rows, the computers.</summary>
internal sealed class StatusScreen(Terminal terminal, Language language)
{
    public void WriteResults(ChecklistStatus status)
    {
        RowTable.Write(status, terminal, language);
        terminal.Write("");
        ContradictionLines.Write(status, terminal, language);
        CoverageLines.Write(status, terminal, language);
        DomainLines.Write(status, terminal, language);
    }

    /// <summary>What must be known goes beside the results, so that it does not get into a file of them.</summary>
    public void WriteNotices(ChecklistStatus status)
    {
        foreach (Notice notice in status.Notices)
            terminal.Say(Printable.Of(new Text("注意: ", "Note: ").In(language) + notice.Text.In(language)));
    }
}
