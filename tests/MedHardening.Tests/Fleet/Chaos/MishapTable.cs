using System.Collections.Generic;
using System.Linq;
using MedHardening.Fleet;
using MedHardening.Simulator;
using static MedHardening.Fleet.ComputerOutcome;
using static MedHardening.Simulator.MishapKind;

namespace MedHardening.Tests.Fleet.Chaos;

/// <summary>What becomes of a host with which one thing goes wrong, always and at one point.</summary>
/// <param name="Code">Of a fault.</param>
/// <param name="Reason">Null when measured.</param>
internal sealed record Row(Phase At, MishapKind What, uint Code, ComputerOutcome Outcome, string? Reason)
{
    public string Name => At + " " + What + (Code == 0 ? "" : " " + Code.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>Written by hand: the reason is what a person can do something about, the outcome how far the host was reached.</summary>
internal static class MishapTable
{
    private static readonly Row[] s_connecting =
    [
        new(Phase.Connect, Latency, 0, Measured, null),
        new(Phase.Connect, Refused, 0, Unreachable, "ConnectionRefused"),
        new(Phase.Connect, Blackhole, 0, Unreachable, "ConnectTimedOut"),
        new(Phase.Connect, Silent, 0, Unreachable, "ConnectTimedOut"),
        new(Phase.Connect, Reset, 0, Unreachable, "ConnectionFailed"),
        new(Phase.Connect, Garbage, 0, Failed, "NotWsMan"),
        new(Phase.Identify, Latency, 0, Measured, null),
        new(Phase.Identify, Silent, 0, Unreachable, "ConnectTimedOut"),
        new(Phase.Identify, Drip, 0, Failed, "OperationTimedOut"),
        new(Phase.Identify, Reset, 0, Unreachable, "ConnectionFailed"),
        new(Phase.Identify, Drop, 0, Unreachable, "ConnectionFailed"),
        new(Phase.Identify, Garbage, 0, Failed, "NotWsMan"),
        new(Phase.Identify, Truncated, 0, Failed, "NotWsMan"),
        new(Phase.Identify, Endless, 0, Failed, "LimitExceeded"),
        new(Phase.Identify, WrongContentType, 0, Failed, "NotWsMan"),
        new(Phase.Identify, TooLarge, 0, Failed, "NotWsMan"),
        new(Phase.Identify, Error, 0, Failed, "NotWsMan"),
        new(Phase.Identify, ErrorPage, 0, Failed, "NotWsMan"),
        new(Phase.Identify, Unavailable, 0, Failed, "Busy"),
        // A WinRM that wants a credential first, or says no in SOAP, is a WinRM; what it says to the first question counts.
        new(Phase.Identify, Unauthorized, 0, Measured, null),
        new(Phase.Identify, Fault, 5, Measured, null),
    ];

    // What any question meets: if it is the first, the host is lost, if a later one, what hangs on it.
    private static readonly (MishapKind What, uint Code, string? Reason)[] s_asking =
    [
        (Latency, 0, null),
        (Silent, 0, "OperationTimedOut"),
        (Drip, 0, "OperationTimedOut"),
        (Reset, 0, "ConnectionDropped"),
        (Drop, 0, "ConnectionDropped"),
        (Garbage, 0, "Protocol"),
        (Truncated, 0, "Protocol"),
        (WrongRelatesTo, 0, "Protocol"),
        (WrongContentType, 0, "Protocol"),
        (Endless, 0, "LimitExceeded"),
        (TooLarge, 0, "LimitExceeded"),
        (Unauthorized, 0, "AuthenticationFailed"),
        (Fault, 5, "AccessDenied"),
        (Fault, 2150858779, "HostFault"), // the context of the enumeration is gone
        (Fault, 2150859173, "Busy"),
        (Fault, 2150859174, "Busy"),
        (Fault, 2150859175, "Busy"),
        (Fault, 2150859176, "Busy"),
        (Fault, 2150859240, "Busy"),
        (Error, 0, "HostFault"),
        (ErrorPage, 0, "HostFault"),
        (Unavailable, 0, "Busy"),
    ];

    public static IReadOnlyList<Row> Rows { get; } =
    [
        .. s_connecting,
        .. At(Phase.SignIn, Failed),
        .. At(Phase.FirstPage, Failed),
        .. At(Phase.LaterPage, PartlyMeasured),
        .. At(Phase.Invoke, PartlyMeasured),
    ];

    private static IEnumerable<Row> At(Phase phase, ComputerOutcome outcome) => s_asking.Select(a => new Row(
        phase, a.What, a.Code,
        a.Reason switch
        {
            null => Measured,
            "AccessDenied" when outcome == Failed => Denied,
            // Nothing more is asked of a host that rejected the account: pages come last here, methods first.
            "AuthenticationFailed" when phase != Phase.LaterPage => Denied,
            _ => outcome,
        },
        a.Reason));
}
