using System;
using System.Collections.Generic;

namespace MedHardening.Cim.Shells;

/// <summary>A line for cmd.exe. Without quotes, so that no layer on the way has anything to unwrap.</summary>
public sealed record ShellCommand
{
    private const string FileMark = "{file}";

    private ShellCommand(string line)
    {
        Line = line;
    }

    /// <summary>The line; a temporary file stands in it as <c>{file}</c>, for its name is another one each time.</summary>
    public string Line { get; }

    /// <summary>More output than this, of both streams together in bytes, is a fault and never a cut-off text.</summary>
    public int Limit { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long it may run.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether it leaves a temporary file for a moment, which is removed in any case.</summary>
    public bool HasFile => Line.Contains(FileMark);

    /// <summary>Called with the name of the temporary file before it is made, and with null when it is known to be gone: for a journal.</summary>
    public Action<string?>? OnFile { get; init; }

    /// <summary>The identity of the question, for recordings.</summary>
    public string Key => "shell|" + Line;

    /// <summary>A command that writes what it has to say.</summary>
    public static ShellCommand Of(string line) => new(line);

    /// <summary>
    /// A command that can only write into a file: the file is printed and deleted in the same line, so that it is gone even when nobody is
    /// left to ask for that. What the command itself says goes to the error stream.
    /// </summary>
    /// <param name="export">With <c>{file}</c> where the file's name belongs.</param>
    public static ShellCommand Export(string export) => new(
        export + " 1>&2 && type " + FileMark + " & " + Deletion + " & if exist " + FileMark + " exit " + FileLeft.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The exit code of an export whose file could not be deleted.</summary>
    internal const int FileLeft = 99;

    private const string Deletion = "del /f /q " + FileMark + " 2>nul";

    /// <summary>Deletes the file of a command that did not come to its end.</summary>
    internal static ShellCommand Removal { get; } = new(Deletion + " & if exist " + FileMark + " exit " + FileLeft.ToString(System.Globalization.CultureInfo.InvariantCulture));

    internal string LineWith(string? file) => Line.Replace(FileMark, file);

    public override string ToString() => Line;
}

/// <summary>What a command wrote, as bytes: consoles differ in their code pages.</summary>
public sealed record ShellOutput(int ExitCode, byte[] Output, byte[] Error)
{
    private static readonly string[] s_names = ["ExitCode", "Output", "Error"];

    internal CimObject ToRow() => new(
        nameof(ShellOutput), s_names, [(long)ExitCode, Convert.ToBase64String(Output), Convert.ToBase64String(Error)]);

    /// <exception cref="CimFault">The row is none of ours.</exception>
    internal static ShellOutput FromRow(IReadOnlyList<CimObject> rows)
    {
        try
        {
            CimObject row = rows[0];
            return new ShellOutput(
                (int)row.Int64("ExitCode")!.Value, Convert.FromBase64String(row.String("Output")!), Convert.FromBase64String(row.String("Error")!));
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or ArgumentException)
        {
            throw new CimFault(CimFaultKind.Protocol, "a recording of a command that cannot be read", e);
        }
    }
}
