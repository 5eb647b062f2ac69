using System;
using System.IO;
using System.Linq;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Authentication;

/// <summary>A test in which this machine accepts NTLM, which on Linux needs gss-ntlmssp.</summary>
internal sealed class NtlmFactAttribute : FactAttribute
{
    private const string Mechanisms = "/etc/gss/mech.d";

    public NtlmFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists(Mechanisms) || !Directory.EnumerateFiles(Mechanisms, "*ntlmssp*").Any())
            Skip = "This machine has no NTLM acceptor with accounts of its own (Debian: apt-get install gss-ntlmssp).";
    }
}
