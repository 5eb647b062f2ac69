using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Cli.Results;
using MedHardening.Cli.Screen;
using MedHardening.Fleet;
using MedHardening.Reports;

namespace MedHardening.Cli.Status;

/// <summary>What <c>medhardening status</c> does: read everything, check everything, measure, show, write.</summary>
internal sealed class StatusAction(Terminal terminal, Language language)
{
    public async Task<int> RunAsync(StatusArguments arguments, CancellationToken cancel)
    {
        EnsureFound(arguments.CaCertificate);
        ReportDestinations.Check(arguments.Reports);
        StatusRequest request = StatusInputs.Read(arguments);
        NetworkCredential? credential = await PasswordPrompt.CredentialAsync(
            arguments.UserName, arguments.PasswordStdin, terminal, language, cancel);
        ChecklistStatus status = await new Measurement(terminal, language) { PerComputer = arguments.PerComputer }
            .RunAsync(request, Targets.Of(arguments, credential), cancel);
        cancel.ThrowIfCancellationRequested();
        Show(status, arguments);
        if (!Saved(status, arguments.Reports))
            return ExitCode.ReportNotWritten;
        return status.Computers.Any(CoverageLines.IsOpen) ? ExitCode.NotAllMeasured : ExitCode.Success;
    }

    private void Show(ChecklistStatus status, StatusArguments arguments)
    {
        StatusScreen screen = new(terminal, language);
        screen.WriteNotices(status);
        if (arguments.Json)
            JsonReport.Write(status, terminal.Output);
        else
            screen.WriteResults(status);
    }

    // One report that fails keeps no other from being written: the measurement is not to be had again for free.
    private bool Saved(ChecklistStatus status, IReadOnlyList<string> paths)
    {
        bool all = true;
        foreach (string path in paths)
        {
            try
            {
                ReportFile.Save(status, path, language);
                terminal.Say(Printable.Of(new Text("書き込みました: ", "Written: ").In(language) + path));
            }
            catch (ReportNotWrittenException e)
            {
                terminal.Say(Printable.Of(e.Text.In(language)));
                all = false;
            }
        }
        return all;
    }

    private static void EnsureFound(string? certificate)
    {
        if (certificate is not null && !File.Exists(certificate))
            throw new UsageException(new("認証局の証明書がありません: " + certificate, "There is no such certificate: " + certificate));
    }
}
