using System;
using System.Text;

namespace MedHardening.Simulator.WsMan.Shells;

/// <summary>One shell of one user, and the command that it ran last.</summary>
internal sealed class Shell(SimulatedHost host, string user, Encoding console)
{
    public SimulatedHost Host => host;

    public string User => user;

    public Encoding Console => console;

    public RunningCommand? Command { get; set; }
}

/// <summary>A command that has run, and what of its output was not fetched yet.</summary>
internal sealed class RunningCommand(string id, (int ExitCode, byte[] Output, byte[] Error) result)
{
    private int _output;
    private int _error;

    public string Id => id;

    public int ExitCode => result.ExitCode;

    public bool IsFetched => _output == result.Output.Length && _error == result.Error.Length;

    /// <summary>The next piece of a stream, at most so long.</summary>
    public ReadOnlySpan<byte> Next(bool ofError, int most)
    {
        byte[] all = ofError ? result.Error : result.Output;
        ref int at = ref ofError ? ref _error : ref _output;
        ReadOnlySpan<byte> piece = all.AsSpan(at, Math.Min(most, all.Length - at));
        at += piece.Length;
        return piece;
    }
}
