using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Reads the updates of Windows itself. Updates of other products are not among them.
/// https://learn.microsoft.com/windows/win32/cimwin32prov/win32-quickfixengineering
/// </summary>
public static class Updates
{
    // "Most systems use a standard date format, such as 23-10-2013; some return a 64-bit hexadecimal FILETIME" (the page above).
    // The month comes first with slashes, also on Japanese hosts (unverified); a day over 12 settles it either way.
    private static readonly string[] s_formats = ["M/d/yyyy", "d/M/yyyy", "d-M-yyyy", "M-d-yyyy", "yyyy/M/d", "yyyy-M-d", "yyyyMMdd"];

    /// <summary>Each update once, by its number.</summary>
    /// <exception cref="CimFault">The list cannot be read.</exception>
    public static async Task<IReadOnlyList<InstalledUpdate>> ReadUpdatesAsync(this ICimSession session, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> rows = await session
            .QueryAsync(CimQuery.Class("root/cimv2", "Win32_QuickFixEngineering"), cancel).ConfigureAwait(false);
        return rows
            .Select(r => new InstalledUpdate(r.String("HotFixID") ?? "", r.String("Description") ?? "", Day(r.String("InstalledOn"))))
            .Where(u => u.Id.Length > 0)
            .GroupBy(u => u.Id, StringComparer.OrdinalIgnoreCase) // "an enumeration of this class can result in duplicates"
            .Select(g => g.FirstOrDefault(u => u.InstalledOn is not null) ?? g.First())
            .OrderBy(u => u.Id, StringComparer.OrdinalIgnoreCase)
            .ToArray();
    }

    private static DateTime? Day(string? text)
    {
        text = text?.Trim() ?? "";
        if (DateTime.TryParseExact(text, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day))
            return day;
        return text.Length == 16 && long.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long time)
            && time > 0 && time < DateTime.MaxValue.ToFileTimeUtc()
            ? DateTime.FromFileTimeUtc(time).Date
            : null;
    }
}

/// <param name="Id">Such as <c>KB5044284</c>.</param>
/// <param name="InstalledOn">The day; null when Windows does not tell, or not in a form that is understood.</param>
public sealed record InstalledUpdate(string Id, string Description, DateTime? InstalledOn);
