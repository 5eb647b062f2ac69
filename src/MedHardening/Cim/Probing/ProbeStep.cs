using System;

namespace MedHardening.Cim.Probing;

/// <summary>One step on the way to a computer, without words of any language; the writers make the sentences.</summary>
/// <param name="Reason">Why it did not go well, a word in PascalCase: a <see cref="CimFaultKind"/> or one of <see cref="ProbeReasons"/>; null when it did.</param>
/// <param name="Detail">What was found, or what the other side said: addresses, names, versions.</param>
public sealed record ProbeStep(ProbeStage Stage, ProbeOutcome Outcome, TimeSpan Duration, string? Reason, string Detail);

/// <summary>The steps, in the order in which they are taken. What rests on a broken one cannot be tried.</summary>
public enum ProbeStage
{
    NameResolution,
    Tcp,

    /// <summary>The handshake and the computer's certificate.</summary>
    Tls,

    /// <summary>Whether WS-Management answers, asked without an account.</summary>
    Identify,

    /// <summary>The computer's clock against ours; known without an account.</summary>
    Clock,

    /// <summary>The account is accepted, and by which package.</summary>
    Authentication,

    /// <summary>The right to read root/cimv2.</summary>
    ReadCim,

    /// <summary>The right to call StdRegProv, by which the registry is read.</summary>
    InvokeRegistry,

    /// <summary>A query of the person's own.</summary>
    Query,
}

public enum ProbeOutcome
{
    Ok,
    Failed,

    /// <summary>Not tried.</summary>
    Skipped,

    /// <summary>This computer has nothing of the kind.</summary>
    NotPossible,
}

/// <summary>Reasons of steps beside the <see cref="CimFaultKind"/>s.</summary>
public static class ProbeReasons
{
    /// <summary>A step on which this one rests did not go well.</summary>
    public const string EarlierStep = "EarlierStep";

    /// <summary>The connection is to be HTTP, so there is no certificate.</summary>
    public const string PlainHttp = "PlainHttp";

    /// <summary>The clocks differ by more than Kerberos allows.</summary>
    public const string ClockOff = "ClockOff";

    /// <summary>The answer had no Date header.</summary>
    public const string NoDate = "NoDate";

    /// <summary>It answers, and is not Windows.</summary>
    public const string NotWindows = "NotWindows";

    /// <summary>The ledger says 接触不可.</summary>
    public const string NotContactable = "NotContactable";
}
