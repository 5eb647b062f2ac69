using System.Linq;
using MedHardening.Checklist;
using MedHardening.Cli.Results;
using MedHardening.Cli.Screen;
using MedHardening.Fleet;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cli.Results;

public class ComputerLinesTests
{
    [Fact]
    public void A_computer_shows_each_result_and_the_evidence_that_decides()
    {
        Terminal terminal = Screens.Pipe();
        ChecklistStatus status = ReportSample.Status;

        new ComputerLines(status.Profile, terminal, Language.English).Write(new ComputerProgress(
            status.Computers[0], status.Results.Where(r => r.Subject.Name == "PC-001").ToArray(), 1, 5));

        Assert.Equal(
            """
            PC-001  Measured
              2-9  Not met         Access to removable storage is denied | HKLM\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices\Deny_All: 0
              2-12 Unknown         Services are approved | The baseline does not say what is wanted [BaselineSilent]

            """,
            terminal.Output.ToString());
    }
}
