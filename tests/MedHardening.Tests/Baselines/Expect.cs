using System.Collections.Generic;
using System.Linq;
using System.Text;
using MedHardening.Baselines;
using Xunit;

namespace MedHardening.Tests.Baselines;

/// <summary>What a reader says about a text.</summary>
internal static class Expect
{
    /// <summary>Stands before the place where a test expects the fault; without it the fault is about the whole file.</summary>
    public const char Here = '▼';

    /// <summary>Exactly one fault, there, with these words in its two messages, showing that line.</summary>
    public static void Fault(string marked, string ja, string en, string extension = ".yaml") =>
        Is(Assert.Single(Faults(Unmarked(marked), extension)), marked, ja, en);

    public static void Is(Fault fault, string marked, string ja, string en)
    {
        string[] lines = marked.TrimStart('\uFEFF').Split(["\r\n", "\n", "\r"], System.StringSplitOptions.None);
        int line = System.Array.FindIndex(lines, l => l.Contains(Here)) + 1;
        int column = line == 0 ? 0 : lines[line - 1].IndexOf(Here) + 1;
        Assert.Equal((line, column), (fault.Line, fault.Column));
        Assert.Contains(ja, fault.Message.Ja);
        Assert.Contains(en, fault.Message.En);
        Assert.Equal(line == 0 ? null : Unmarked(lines[line - 1]).Replace('\t', ' '), fault.LineText);
    }

    public static string Unmarked(string marked) => marked.Replace(Here.ToString(), "");

    public static IReadOnlyList<Fault> Faults(string text, string extension = ".yaml") =>
        Faults(new UTF8Encoding(false).GetBytes(text), extension);

    public static IReadOnlyList<Fault> Faults(byte[] bytes, string extension = ".yaml")
    {
        using var file = new TextFile(bytes, extension);
        IReadOnlyList<Fault> faults = FileValidator.Validate(file.Path);
        Assert.All(faults, f => Assert.Equal(file.Path, f.File));
        Assert.All(faults, f => Assert.NotEqual(f.Message.Ja, f.Message.En));
        return faults;
    }

    /// <summary>Places of the faults, in the order in which they are told.</summary>
    public static (int Line, int Column)[] Places(string text, string extension = ".yaml") =>
        Faults(text, extension).Select(f => (f.Line, f.Column)).ToArray();
}
