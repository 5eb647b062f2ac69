using System.Collections.Generic;
using System.IO;
using MedHardening.Baselines;
using Spectre.Console;

namespace MedHardening.Cli.Screen;

/// <summary>Shows the mistakes of a file the way compilers do: place, message, the line itself, a caret under the place.</summary>
internal static class FaultLines
{
    private const string Indent = "    ";

    // A file in the wrong place may have lines of any length.
    private const int Before = 60;
    private const int After = 40;

    public static void Write(IEnumerable<Fault> faults, TextWriter writer, Language language)
    {
        foreach (Fault fault in faults)
        {
            writer.WriteLine(Printable.Of(fault.In(language)));
            if (fault is { LineText: { } line, Line: > 0 })
                WriteLine(line, fault.Column, writer);
        }
    }

    private static void WriteLine(string line, int column, TextWriter writer)
    {
        int place = int.Clamp(column - 1, 0, line.Length);
        int from = int.Max(0, place - Before);
        int to = int.Min(line.Length, place + After);
        writer.WriteLine(Indent + Printable.Of(line[from..to]));
        if (column > 0)
            writer.WriteLine(Indent + new string(' ', Printable.Of(line[from..place]).GetCellWidth()) + "^");
    }
}
