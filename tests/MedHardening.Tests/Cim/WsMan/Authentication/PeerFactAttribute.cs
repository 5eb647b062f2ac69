using System.ComponentModel;
using System.Diagnostics;
using MedHardening.Tests.Domains;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Authentication;

/// <summary>A test against an independent implementation, which Debian's python has.</summary>
internal sealed class PeerFactAttribute : FactAttribute
{
    public const string Python = "/usr/bin/python3";

    /// <param name="module">The python module that it takes; none for a program that the domain's tests need anyway.</param>
    public PeerFactAttribute(string? module = null) =>
        Skip = SambaDomain.Missing.Value ?? (module is null || Has(module) ? null : $"{Python} has no module {module} (Debian: apt-get install python3-{module})");

    private static bool Has(string module)
    {
        try
        {
            ProcessStartInfo start = new(Python, ["-c", "import " + module]) { RedirectStandardError = true };
            using Process python = Process.Start(start)!;
            python.WaitForExit();
            return python.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
