using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Reads event logs, always bounded in time or to one record: a log holds hundreds of thousands of them. Times in questions are
/// reckoned from the host's own clock, so that a recording is asked the same again. <c>Win32_NTLogEvent</c>:
/// https://learn.microsoft.com/previous-versions/windows/desktop/eventlogprov/win32-ntlogevent
/// </summary>
public static class EventLogs
{
    /// <summary>Event of the Security log that says that it was cleared.</summary>
    public const int SecurityCleared = 1102;

    /// <summary>Event of the System log that says that another log was cleared.</summary>
    public const int OtherCleared = 104;

    // More than this in one answer is a log too busy to be read over CIM.
    private const int MaxRecords = 20_000;

    /// <summary>Size, limit and number of records of the classic logs; the Security log is left out for accounts without the right.</summary>
    public static Task<IReadOnlyList<CimObject>> ReadLogFilesAsync(this ICimSession session, CancellationToken cancel) =>
        session.QueryAsync(CimQuery.Class("root/cimv2", "Win32_NTEventlogFile"), cancel);

    /// <summary>The records of some event ids since a point in time and, if given, before another; in the order that the host likes.</summary>
    /// <exception cref="CimFault">The log could not be read, or there are more than 20,000 such records.</exception>
    public static Task<IReadOnlyList<CimObject>> ReadEventsAsync(
        this ICimSession session, string log, IEnumerable<int> eventCodes, DateTimeOffset since, DateTimeOffset? until, CancellationToken cancel)
    {
        string codes = string.Join(" OR ", eventCodes.Select(c => "EventCode = " + c.ToString(CultureInfo.InvariantCulture)));
        return session.QueryAsync(
            CimQuery.FromWql(
                "root/cimv2",
                "SELECT * FROM Win32_NTLogEvent WHERE Logfile = '" + log + "' AND (" + codes + ") AND TimeGenerated >= '" + Dmtf(since) + "'"
                + (until is null ? "" : " AND TimeGenerated < '" + Dmtf(until.Value) + "'"))
                .AtMost(MaxRecords),
            cancel);
    }

    /// <summary>
    /// When the oldest record of a log was written: that of the newest record's number less the number of records. Null when the log is
    /// empty, or does not show its newest record within a day.
    /// </summary>
    /// <param name="file">The log as <see cref="ReadLogFilesAsync"/> shows it.</param>
    /// <exception cref="CimFault">The log could not be read.</exception>
    public static async Task<DateTimeOffset?> ReadOldestRecordAsync(this ICimSession session, CimObject file, CancellationToken cancel)
    {
        string log = file.String("LogfileName") ?? "";
        uint count = file.UInt32("NumberOfRecords") ?? 0;
        DateTimeOffset clock = await session.ReadClockAsync(cancel).ConfigureAwait(false);
        uint? newest = await ReadNewestNumberAsync(session, log, clock.AddMinutes(-10), cancel).ConfigureAwait(false)
            ?? await ReadNewestNumberAsync(session, log, clock.AddDays(-1), cancel).ConfigureAwait(false);
        if (count == 0 || newest is null || newest < count)
            return null;
        // In a full log the oldest records go while we ask: one that is a little younger is still there.
        uint number = newest.Value - count + 1 + Math.Min(count - 1, Margin);
        IReadOnlyList<CimObject> rows = await session.QueryAsync(
            CimQuery.FromWql(
                "root/cimv2",
                "SELECT * FROM Win32_NTLogEvent WHERE Logfile = '" + log + "' AND RecordNumber = " + number.ToString(CultureInfo.InvariantCulture)),
            cancel).ConfigureAwait(false);
        return rows.FirstOrDefault(r => r.UInt32("RecordNumber") == number)?.DateTime("TimeGenerated");
    }

    private const uint Margin = 100;

    private static async Task<uint?> ReadNewestNumberAsync(ICimSession session, string log, DateTimeOffset since, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> rows = await session.QueryAsync(
            CimQuery.FromWql(
                "root/cimv2",
                "SELECT RecordNumber FROM Win32_NTLogEvent WHERE Logfile = '" + log + "' AND TimeGenerated >= '" + Dmtf(since) + "'")
                .AtMost(MaxRecords),
            cancel).ConfigureAwait(false);
        return rows.Count == 0 ? null : rows.Max(r => r.UInt32("RecordNumber"));
    }

    /// <summary>A point in time as WQL takes it, in UTC (DSP0004 §5.2.4).</summary>
    private static string Dmtf(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyyMMddHHmmss.ffffff", CultureInfo.InvariantCulture) + "+000";
}
