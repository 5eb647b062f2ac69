namespace MedHardening.Cli;

/// <summary>What the process tells the shell. Scheduled jobs depend on these numbers: they never change.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>A fault of this program itself.</summary>
    public const int Bug = 1;

    /// <summary>The command line or a file that it names is wrong; nothing was measured.</summary>
    public const int Usage = 2;

    /// <summary>Some computer was not, or only partly, measured.</summary>
    public const int NotAllMeasured = 3;

    /// <summary>A report could not be written.</summary>
    public const int ReportNotWritten = 4;

    /// <summary>Ctrl+C: 128 and the number of SIGINT, as shells do.</summary>
    public const int Interrupted = 130;
}
