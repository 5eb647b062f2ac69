using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.AccessLogs;

/// <summary>Reads the Security log of one computer, day by day and two event ids only, and counts.</summary>
public static class AccessLogReader
{
    /// <summary>Longer than this is for an archive, not for a question over the network.</summary>
    public const int MaxDays = 62;

    private const string Policy = @"SOFTWARE\Policies\Microsoft\Windows\EventLog\Security";
    private const string Local = @"SYSTEM\CurrentControlSet\Services\EventLog\Security";

    /// <param name="since">At most 62 days before the computer's own clock; earlier is cut.</param>
    /// <exception cref="CimFault">The computer does not tell its clock or its logs, or hides the Security log.</exception>
    public static async Task<AccessLogSummary> ReadAsync(
        ICimSession session, string computerName, DateTimeOffset since, CancellationToken cancel)
    {
        DateTimeOffset to = await session.ReadClockAsync(cancel).ConfigureAwait(false);
        DateTimeOffset from = since < to.AddDays(-MaxDays) ? to.AddDays(-MaxDays) : since.ToOffset(to.Offset);
        IReadOnlyList<CimObject> files = await session.ReadLogFilesAsync(cancel).ConfigureAwait(false);
        CimObject security = files.FirstOrDefault(f => string.Equals(f.String("LogfileName"), "Security", StringComparison.OrdinalIgnoreCase))
            ?? throw new CimFault(CimFaultKind.AccessDenied, "Win32_NTEventlogFile: Security missing") { Host = session.Target.Name };

        List<CimObject> events = new();
        List<UnreadPeriod> unread = new();
        for (DateTimeOffset end = to; end > from; end = end.AddDays(-1))
        {
            DateTimeOffset start = end.AddDays(-1) < from ? from : end.AddDays(-1);
            await ReadDayAsync(session, start, end, events, unread, cancel).ConfigureAwait(false);
        }
        SignIn?[] read = events.Select(SignIn.Of).ToArray();
        SignIn[] signIns = read.OfType<SignIn>().ToArray();
        return new AccessLogSummary(computerName, from, to)
        {
            Groups = SignInCounts.Groups(signIns),
            Hours = SignInCounts.Hours(signIns, to.Offset),
            Bursts = SignInCounts.Bursts(signIns),
            NewAccounts = SignInCounts.New(signIns, from, to, s => s.Succeeded ? s.Account : null),
            NewSources = SignInCounts.New(signIns, from, to, s => s.Source),
            Clears = await ReadClearsAsync(session, from, cancel).ConfigureAwait(false),
            Capacity = await ReadCapacityAsync(session, security, to, cancel).ConfigureAwait(false),
            MayClear = await ReadMayClearAsync(session, cancel).ConfigureAwait(false),
            Unread = unread,
            NotUnderstood = read.Length - signIns.Length,
        };
    }

    private static async Task ReadDayAsync(
        ICimSession session, DateTimeOffset start, DateTimeOffset end, List<CimObject> events, List<UnreadPeriod> unread, CancellationToken cancel)
    {
        try
        {
            events.AddRange(await session.ReadEventsAsync("Security", [SignIn.Success, SignIn.Failure], start, end, cancel).ConfigureAwait(false));
        }
        catch (CimFault fault) when (fault.Kind is CimFaultKind.LimitExceeded or CimFaultKind.OperationTimedOut or CimFaultKind.Busy)
        {
            // A busy day must not cost the others; the summary says that it is partial.
            unread.Add(new UnreadPeriod(start, end, fault.Kind.ToString()));
        }
    }

    private static async Task<IReadOnlyList<LogClear>> ReadClearsAsync(ICimSession session, DateTimeOffset from, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> own = await session.ReadEventsAsync("Security", [EventLogs.SecurityCleared], from, null, cancel).ConfigureAwait(false);
        IReadOnlyList<CimObject> others = await session.ReadEventsAsync("System", [EventLogs.OtherCleared], from, null, cancel).ConfigureAwait(false);
        return own.Select(e => ("Security", e)).Concat(others.Select(e => ("System", e)))
            .Where(c => c.e.DateTime("TimeGenerated") is not null)
            .Select(c => new LogClear(c.Item1, c.e.DateTime("TimeGenerated")!.Value))
            .OrderBy(c => c.At)
            .ToArray();
    }

    private static async Task<LogCapacity> ReadCapacityAsync(ICimSession session, CimObject file, DateTimeOffset at, CancellationToken cancel) => new(
        file.Int64("FileSize") ?? 0,
        file.Int64("MaxFileSize") ?? 0,
        file.UInt32("OverwriteOutDated") != uint.MaxValue,
        await session.ReadOldestRecordAsync(file, cancel).ConfigureAwait(false),
        at);

    private static async Task<IReadOnlyList<string>?> ReadMayClearAsync(ICimSession session, CancellationToken cancel)
    {
        RegistryValue? value = await ReadAsync(session, Policy, "ChannelAccess", cancel).ConfigureAwait(false)
            ?? await ReadAsync(session, Local, "CustomSD", cancel).ConfigureAwait(false);
        return value is null ? ClearRights.Default : value.Data is string sddl ? ClearRights.Of(sddl) : null;
    }

    private static Task<RegistryValue?> ReadAsync(ICimSession session, string key, string name, CancellationToken cancel) =>
        session.ReadValueAsync(RegistryHive.LocalMachine, key, name, RegistryType.String, cancel);
}
