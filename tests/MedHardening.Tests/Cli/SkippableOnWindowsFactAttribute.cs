using System;
using Xunit;

namespace MedHardening.Tests.Cli;

/// <summary>A test that sends SIGINT to another process, which Windows has no call for.</summary>
internal sealed class SkippableOnWindowsFactAttribute : FactAttribute
{
    public SkippableOnWindowsFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "Ctrl+C cannot be sent to a single process on Windows.";
    }
}
