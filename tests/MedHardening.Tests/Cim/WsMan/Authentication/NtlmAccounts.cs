using System;
using System.IO;
using System.Net;
using MedHardening.Tests.Domains;
using MedHardening.Tests.TestDoubles;

namespace MedHardening.Tests.Cim.WsMan.Authentication;

/// <summary>The file in which gss-ntlmssp looks for the accounts that it accepts.</summary>
public sealed class NtlmAccounts : IDisposable
{
    private const string Variable = "NTLM_USER_FILE";

    private readonly string _file = Path.GetTempFileName();

    public NtlmAccounts()
    {
        NetworkCredential administrator = SambaDomain.Administrator;
        File.WriteAllText(_file, $"MED:audit:demo-only\n{SambaDomain.Name}:{administrator.UserName}:{administrator.Password}\n");
        if (OperatingSystem.IsLinux())
            CLibrary.Set(Variable, _file);
    }

    public static NetworkCredential Right => new("audit", "demo-only", "MED");

    public static NetworkCredential Wrong => new("audit", "demo-0nly", "MED");

    public void Dispose()
    {
        if (OperatingSystem.IsLinux())
            CLibrary.Unset(Variable);
        File.Delete(_file);
    }
}
