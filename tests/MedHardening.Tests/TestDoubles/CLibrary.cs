using System.Runtime.InteropServices;
using Xunit;

namespace MedHardening.Tests.TestDoubles;

/// <summary>The environment that libraries of C see, which .NET does not change.</summary>
internal static class CLibrary
{
    public static void Set(string name, string value) => Assert.Equal(0, SetVariable(name, value, 1));

    public static void Unset(string name) => Assert.Equal(0, UnsetVariable(name));

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int SetVariable(string name, string value, int overwrite);

    [DllImport("libc", EntryPoint = "unsetenv", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int UnsetVariable(string name);
}
