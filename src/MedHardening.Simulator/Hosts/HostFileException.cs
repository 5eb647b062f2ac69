using System;

namespace MedHardening.Simulator;

/// <summary>A host or class file that cannot be used, with the line to look at.</summary>
public sealed class HostFileException : Exception
{
    public HostFileException(string file, long line, string message)
        : base(file + "(" + line.ToString(System.Globalization.CultureInfo.InvariantCulture) + "): " + message)
    {
        File = file;
        Line = line;
    }

    public HostFileException(string file, long line, string message, Exception inner)
        : base(file + "(" + line.ToString(System.Globalization.CultureInfo.InvariantCulture) + "): " + message, inner)
    {
        File = file;
        Line = line;
    }

    public string File { get; }

    /// <summary>From 1.</summary>
    public long Line { get; }
}
