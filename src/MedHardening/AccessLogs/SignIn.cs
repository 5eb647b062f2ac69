using System;
using System.Collections.Generic;
using System.Globalization;
using MedHardening.Cim;

namespace MedHardening.AccessLogs;

/// <summary>
/// One sign-in (event 4624) or one that failed (4625), from the strings of the event by their place, never from its text:
/// https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/auditing/event-4624 and event-4625.
/// Later Windows write more strings, always behind the ones used here.
/// </summary>
internal sealed record SignIn(DateTimeOffset At, bool Succeeded, string Account, string Sid, string Source, int LogonType)
{
    public const int Success = 4624;
    public const int Failure = 4625;

    private const string None = "-";

    /// <summary>Null when the event does not have the strings of its kind.</summary>
    public static SignIn? Of(CimObject row)
    {
        bool succeeded = row.UInt32("EventCode") == Success;
        (int type, int workstation, int address) = succeeded ? (8, 11, 18) : (10, 13, 19);
        IReadOnlyList<string?> strings = row.Strings("InsertionStrings");
        if (row.DateTime("TimeGenerated") is not { } at || strings.Count <= address
            || !int.TryParse(strings[type], NumberStyles.None, CultureInfo.InvariantCulture, out int logonType))
            return null;
        string domain = strings[6] ?? None;
        string name = strings[5] ?? None;
        return new SignIn(
            at,
            succeeded,
            domain is None or "" ? name : domain + "\\" + name,
            strings[4] ?? "",
            SourceOf(strings[address], strings[workstation]),
            logonType);
    }

    // The address where there is one; local sign-ins have none, or name the computer itself.
    private static string SourceOf(string? address, string? workstation) =>
        address is not (null or "" or None or "127.0.0.1" or "::1") ? address
        : workstation is not (null or "" or None) ? workstation
        : "local";
}
