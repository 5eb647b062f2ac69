using System;
using System.IO;
using System.Net;
using System.Runtime.InteropServices;

namespace MedHardening.Tests.Cim.WsMan.Authentication;

/// <summary>The file in which gss-ntlmssp looks for the accounts that it accepts. The environment is the C library's, which .NET does not change.</summary>
public sealed class NtlmAccounts : IDisposable
{
    private const string Variable = "NTLM_USER_FILE";

    private readonly string _file = Path.GetTempFileName();

    public NtlmAccounts()
    {
        File.WriteAllText(_file, "MED:audit:demo-only\n");
        if (OperatingSystem.IsLinux())
            Assert(SetVariable(Variable, _file, 1));
    }

    public static NetworkCredential Right => new("audit", "demo-only", "MED");

    public static NetworkCredential Wrong => new("audit", "demo-0nly", "MED");

    public void Dispose()
    {
        if (OperatingSystem.IsLinux())
            Assert(UnsetVariable(Variable));
        File.Delete(_file);
    }

    private static void Assert(int result) => Xunit.Assert.Equal(0, result);

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetVariable(string name, string value, int overwrite);

    [DllImport("libc", EntryPoint = "unsetenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int UnsetVariable(string name);
}
