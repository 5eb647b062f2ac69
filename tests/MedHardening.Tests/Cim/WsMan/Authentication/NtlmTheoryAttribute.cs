using System;
using System.IO;
using System.Linq;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Authentication;

/// <summary>Cases in which this machine accepts NTLM, which on Linux needs gss-ntlmssp.</summary>
internal sealed class NtlmTheoryAttribute : TheoryAttribute
{
    private const string Mechanisms = "/etc/gss/mech.d";

    public NtlmTheoryAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists(Mechanisms) || !Directory.EnumerateFiles(Mechanisms, "*ntlmssp*").Any())
            Skip = "This machine has no NTLM acceptor with accounts of its own (Debian: apt-get install gss-ntlmssp).";
    }
}
