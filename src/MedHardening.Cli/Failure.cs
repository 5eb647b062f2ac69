using System;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cli.Screen;
using MedHardening.Reports;

namespace MedHardening.Cli;

/// <summary>Every way in which a command can end badly: what is said, and the exit code.</summary>
internal static class Failure
{
    public static async Task<int> CatchAsync(Func<Task<int>> command, Terminal terminal, Language language)
    {
        try
        {
            return await command();
        }
        catch (UsageException e)
        {
            terminal.Say(Printable.Of(e.Text.In(language)));
            return ExitCode.Usage;
        }
        catch (InvalidFileException e)
        {
            FaultLines.Write(e.Faults, terminal.Error, language);
            return ExitCode.Usage;
        }
        catch (ReportNotWrittenException e)
        {
            terminal.Say(Printable.Of(e.Text.In(language)));
            return ExitCode.ReportNotWritten;
        }
        catch (OperationCanceledException)
        {
            terminal.Say(new Text("中断しました。", "Interrupted.").In(language));
            return ExitCode.Interrupted;
        }
        catch (Exception e)
        {
            terminal.Say(new Text(
                "プログラムの誤りで終了しました。次の内容を添えて報告してください。",
                "Ended by a fault of this program. Please report the following.").In(language));
            terminal.Say(e.ToString());
            return ExitCode.Bug;
        }
    }
}
