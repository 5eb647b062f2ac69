using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Baselines;

/// <summary>One mistake in a file that a person wrote, with its place.</summary>
/// <param name="File">Path as it was given.</param>
/// <param name="Line">1-based; 0 when the mistake is about the file as a whole.</param>
/// <param name="Column">1-based; 0 when the mistake is about the line as a whole.</param>
/// <param name="LineText">The line itself, for showing; null when there is none.</param>
public sealed record Fault(string File, int Line, int Column, Text Message, string? LineText)
{
    /// <summary><c>file(line,column): message</c>, which editors and terminals make into a link.</summary>
    public string In(Language language) =>
        File + (Line > 0 ? "(" + Line + "," + Column + ")" : "") + ": " + Message.In(language);

    public override string ToString() => In(Languages.Current);
}

/// <summary>A file with mistakes. All of them are reported at once, so that one round of editing is enough.</summary>
public sealed class InvalidFileException : Exception
{
    public InvalidFileException(IReadOnlyList<Fault> faults)
        : base(string.Join(Environment.NewLine, faults.Select(f => f.ToString())))
    {
        Faults = faults;
    }

    public IReadOnlyList<Fault> Faults { get; }
}
