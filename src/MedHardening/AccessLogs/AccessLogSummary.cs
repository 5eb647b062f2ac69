using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.AccessLogs;

/// <summary>
/// What the Security log of one computer says of who signed in, from where and when: counts only, so that a report of it can be
/// shown. That somebody looked at it is for a person to record.
/// </summary>
public sealed record AccessLogSummary(string ComputerName, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Every combination of account, source and kind of sign-in, those with most failures first.</summary>
    public IReadOnlyList<SignInGroup> Groups { get; init; } = [];

    /// <summary>24 entries, by the clock of the computer.</summary>
    public IReadOnlyList<HourOfDay> Hours { get; init; } = [];

    /// <summary>Many failures of one source within a few minutes.</summary>
    public IReadOnlyList<FailureBurst> Bursts { get; init; } = [];

    /// <summary>Accounts that signed in during the last day and not before it.</summary>
    public IReadOnlyList<FirstSeen> NewAccounts { get; init; } = [];

    /// <summary>Sources from which somebody signed in, or tried to, during the last day and not before it.</summary>
    public IReadOnlyList<FirstSeen> NewSources { get; init; } = [];

    /// <summary>When logs were cleared.</summary>
    public IReadOnlyList<LogClear> Clears { get; init; } = [];

    public LogCapacity? Capacity { get; init; }

    /// <summary>SIDs that may clear the log; null when that could not be read.</summary>
    public IReadOnlyList<string>? MayClear { get; init; }

    /// <summary>Periods that could not be read: too many events, or no answer in time.</summary>
    public IReadOnlyList<UnreadPeriod> Unread { get; init; } = [];

    /// <summary>Events whose strings were not those of their kind.</summary>
    public int NotUnderstood { get; init; }

    public int SignIns => Groups.Sum(g => g.SignIns);

    public int Failures => Groups.Sum(g => g.Failures);

    /// <summary>Whether the counts are less than what happened: periods not read, events not understood, or a log that begins later.</summary>
    public bool IsPartial => Unread.Count > 0 || NotUnderstood > 0 || Capacity?.Oldest is null || Capacity.Oldest > From;
}

/// <param name="LogonType">2 at the keyboard, 3 network, 4 batch, 5 service, 7 unlock, 8 clear text, 10 remote desktop, 11 cached.</param>
public sealed record SignInGroup(
    string Account, string Sid, string Source, int LogonType, int SignIns, int Failures, DateTimeOffset First, DateTimeOffset Last);

public sealed record HourOfDay(int Hour, int SignIns, int Failures);

public sealed record FailureBurst(string Source, DateTimeOffset Start, DateTimeOffset End, int Failures, int Accounts);

public sealed record FirstSeen(string Name, DateTimeOffset At);

/// <param name="Log">The log whose event says so: Security of itself, System of others.</param>
public sealed record LogClear(string Log, DateTimeOffset At);

/// <param name="Reason">Kind of the fault.</param>
public sealed record UnreadPeriod(DateTimeOffset From, DateTimeOffset To, string Reason);
