using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace MedHardening.PowerShell;

/// <summary>How far a run is, told a few times a second at most: Windows PowerShell draws slowly.</summary>
/// <param name="bad">What is counted beside what is done; computers that are not measured, if nothing else is said.</param>
internal sealed class RunProgress(Cmdlet cmdlet, Text activity, Text? bad = null)
{
    private const int EveryMilliseconds = 200;

    private readonly Text _bad = bad ?? new("測定できない", "not measured");

    private readonly Stopwatch _since = Stopwatch.StartNew();

    /// <summary>To be called on the pipeline's thread.</summary>
    public void Tell(int done, int total, int badOnes)
    {
        if (_since.ElapsedMilliseconds < EveryMilliseconds && done < total)
            return;
        _since.Restart();
        Text status = new(
            string.Format(CultureInfo.InvariantCulture, "{0}/{1} 台（{3}: {2}）", done, total, badOnes, _bad.Ja),
            string.Format(CultureInfo.InvariantCulture, "{0}/{1} computers ({2} {3})", done, total, badOnes, _bad.En));
        cmdlet.WriteProgress(new ProgressRecord(0, activity.ToString(), status.ToString())
        {
            PercentComplete = 100 * done / total,
            RecordType = done == total ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        });
    }
}
