using System;
using System.Globalization;
using System.Linq;

namespace MedHardening.Domains;

/// <summary>Points in time as Active Directory writes them.</summary>
internal static class DirectoryTimes
{
    /// <summary>
    /// How much later than <c>lastLogonTimestamp</c> says an account may have signed in: the attribute is written again only when
    /// it is older than msDS-LogonTimeSyncInterval, 14 days unless the domain says otherwise (MS-ADA1 2.351, MS-ADA2 2.353).
    /// </summary>
    public static TimeSpan LogonLag { get; } = TimeSpan.FromDays(14);

    /// <summary>
    /// A time in 100-nanosecond intervals since 1601-01-01 UTC (MS-DTYP 2.3.3); null for what is none: absent, 0, negative, and
    /// 0x7FFFFFFFFFFFFFFF, which stands for never (MS-ADA1 2.1 accountExpires).
    /// </summary>
    public static DateTimeOffset? FileTime(this DirectoryEntry entry, string attribute) =>
        long.TryParse(entry[attribute].FirstOrDefault(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long ticks)
            && ticks > 0 && ticks <= DateTimeOffset.MaxValue.Ticks - new DateTime(1601, 1, 1).Ticks
            ? DateTimeOffset.FromFileTime(ticks).ToUniversalTime()
            : null;

    /// <summary>A generalized time, <c>20251201093000.0Z</c> (MS-ADTS 3.1.1.2.2.2, String(Generalized-Time)); null when absent or no such time.</summary>
    public static DateTimeOffset? GeneralizedTime(this DirectoryEntry entry, string attribute) =>
        DateTimeOffset.TryParseExact(
            entry[attribute].FirstOrDefault(), "yyyyMMddHHmmss.f'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;

    /// <summary>When the account was last known to sign in; if never, when it was made: from then on it has not been used.</summary>
    public static DateTimeOffset? LastUse(this DirectoryEntry account) =>
        account.FileTime("lastLogonTimestamp") ?? account.GeneralizedTime("whenCreated");

    /// <summary>Whether an account that was last used then has surely not been used for so many days, whatever the lag.</summary>
    public static bool IsUnused(DateTimeOffset lastUse, int days, DateTime asOf) =>
        JapanTime.Day(lastUse + LogonLag).AddDays(days) < asOf.Date;
}
