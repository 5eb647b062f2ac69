using System.Collections.Generic;
using MedHardening.Cim.Shells;

namespace MedHardening.Cim.WsMan.Shells;

/// <summary>The output of a command, gathered from the answers to Receive.</summary>
internal sealed class Streams
{
    private readonly List<byte> _output = [];
    private readonly List<byte> _error = [];
    private int? _exitCode;

    public int Length => _output.Count + _error.Count;

    public bool IsDone { get; private set; }

    public void Add(ShellPage page)
    {
        foreach ((string name, byte[] bytes) in page.Pieces)
            (name == "stderr" ? _error : _output).AddRange(bytes);
        IsDone = page.IsDone;
        _exitCode = page.ExitCode ?? _exitCode;
    }

    /// <summary>Null when there was no exit code: a command that was killed.</summary>
    public ShellOutput? ToOutput() => _exitCode is { } code ? new ShellOutput(code, [.. _output], [.. _error]) : null;
}
