using System;

namespace MedHardening.Simulator;

/// <summary>One thing that goes wrong with a simulated host, at one point of a conversation.</summary>
/// <param name="At">Where. At <see cref="Phase.Connect"/> only what can befall a connection, elsewhere all but a connection that fails.</param>
public sealed record Mishap(Phase At, MishapKind What)
{
    /// <summary>So often at that point it goes well before.</summary>
    public int Skip { get; init; }

    /// <summary>So often it happens, then all is well again.</summary>
    public int Times { get; init; } = int.MaxValue;

    /// <summary>How late an answer is (<see cref="MishapKind.Latency"/>), or the time between two bytes (<see cref="MishapKind.Drip"/>).</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The WSManFault code of a <see cref="MishapKind.Fault"/>.</summary>
    public uint Code { get; init; }

    /// <summary>Nobody is there to connect to, so the ledger points elsewhere, once and for all.</summary>
    internal bool IsElsewhere => What is MishapKind.Refused or MishapKind.Blackhole;

    /// <summary>Why this cannot happen; null when it can.</summary>
    internal string? Impossible
    {
        get
        {
            bool isOfConnections = IsElsewhere || What is MishapKind.Silent or MishapKind.Latency or MishapKind.Reset or MishapKind.Garbage;
            // The answer to Identify has no headers, so none can be wrong (DSP0226 §11).
            if (At == Phase.Connect ? !isOfConnections : IsElsewhere || (At == Phase.Identify && What == MishapKind.WrongRelatesTo))
                return What + " cannot happen at " + At;
            if (IsElsewhere && (Skip > 0 || Times < int.MaxValue))
                return What + " is for good";
            return What == MishapKind.Fault && Code == 0 ? "a fault needs a code" : null;
        }
    }

    /// <param name="signingIn">No answer to a credential has come through on this connection yet.</param>
    internal bool Concerns(Phase at, bool signingIn) => At == at || At switch
    {
        Phase.Invoke => at == Phase.Write,
        Phase.SignIn => signingIn && IsOperation(at),
        Phase.Operation => IsOperation(at),
        Phase.Request => at != Phase.Connect,
        _ => false,
    };

    private static bool IsOperation(Phase phase) => phase is not (Phase.Connect or Phase.Identify);
}

/// <summary>A point of a conversation.</summary>
public enum Phase
{
    /// <summary>The TCP connection. Only for hosts that have an address of their own.</summary>
    Connect,

    /// <summary>Identify, before any credential.</summary>
    Identify,

    /// <summary>Requests with a credential, on every connection until one of them was answered well.</summary>
    SignIn,

    /// <summary>Enumerate and Get: the first page, or the only one.</summary>
    FirstPage,

    /// <summary>Pull: every page after the first.</summary>
    LaterPage,

    /// <summary>Methods.</summary>
    Invoke,

    /// <summary>Methods that change something.</summary>
    Write,

    /// <summary>Every request of someone who has signed in.</summary>
    Operation,

    /// <summary>Every request.</summary>
    Request,
}

/// <summary>What goes wrong. docs/simulator.md says which of it was seen on Windows.</summary>
public enum MishapKind
{
    /// <summary>All is well, but late.</summary>
    Latency,

    /// <summary>Nobody listens: see <see cref="WsManServer.EndPointOf"/>.</summary>
    Refused,

    /// <summary>Packets get lost: see <see cref="WsManServer.EndPointOf"/>.</summary>
    Blackhole,

    /// <summary>Nothing is ever said, and nothing was done.</summary>
    Silent,

    /// <summary>The connection is reset before the first byte of an answer, and nothing was done.</summary>
    Reset,

    /// <summary>The connection is reset in the middle of the answer; what was asked for was done.</summary>
    Drop,

    /// <summary>Bytes that are no HTTP (Connect), or no XML.</summary>
    Garbage,

    /// <summary>A complete HTTP answer with half of the XML.</summary>
    Truncated,

    /// <summary>XML that never ends.</summary>
    Endless,

    /// <summary>A good answer, to another message.</summary>
    WrongRelatesTo,

    /// <summary>A good answer that says it is HTML.</summary>
    WrongContentType,

    /// <summary>The whole answer, byte after byte.</summary>
    Drip,

    /// <summary>401.</summary>
    Unauthorized,

    /// <summary>413 without a body.</summary>
    TooLarge,

    /// <summary>500 with a SOAP fault: <see cref="Mishap.Code"/>.</summary>
    Fault,

    /// <summary>500 without a body.</summary>
    Error,

    /// <summary>500 with a page of HTML.</summary>
    ErrorPage,

    /// <summary>503 with a page of HTML.</summary>
    Unavailable,
}
