using System.Management.Automation;
using System.Threading;

namespace MedHardening.PowerShell;

/// <summary>A cmdlet that Ctrl+C ends: stopping does nothing but cancel, and whoever works for the cmdlet watches the token.</summary>
public abstract class StoppableCmdlet : PSCmdlet
{
    // Never disposed: it has no timer and no wait handle to release, and Ctrl+C may come while the cmdlet ends.
    private protected CancellationTokenSource Stop { get; } = new();

    protected sealed override void StopProcessing() => Stop.Cancel();
}
