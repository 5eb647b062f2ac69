using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace MedHardening.AccessLogs;

/// <summary>
/// Who may clear an event log, from the security descriptor of the channel (SDDL). Bit 4 is the right to clear:
/// https://learn.microsoft.com/windows/win32/eventlog/event-logging-security
/// </summary>
internal static class ClearRights
{
    /// <summary>What Windows does where nothing is set: the system and administrators. Unverified on Windows.</summary>
    public static readonly IReadOnlyList<string> Default = ["SY", "BA"];

    private const uint Clear = 4;
    private const uint GenericAll = 0x10000000;
    private const uint GenericWrite = 0x40000000;

    private static readonly Regex s_dacl = new(@"D:[A-Z]*((?:\([^()]*\))*)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>SIDs, or the two letters that SDDL has for them, of those who may; null when the text is not understood.</summary>
    public static IReadOnlyList<string>? Of(string sddl)
    {
        Match dacl = s_dacl.Match(sddl);
        if (!dacl.Success)
            return null;
        List<string> allowed = new();
        foreach (string ace in dacl.Groups[1].Value.Split(['(', ')'], StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = ace.Split(';'); // type; flags; rights; object; inherited object; SID
            if (parts.Length < 6 || Rights(parts[2]) is not { } rights)
                return null;
            // A denial may take the right from somebody in a group that has it; who that is, nobody can tell from here.
            if (parts[0] == "A" && (rights & (Clear | GenericAll | GenericWrite)) != 0)
                allowed.Add(parts[5]);
        }
        return allowed.Distinct(StringComparer.Ordinal).ToArray();
    }

    private static uint? Rights(string text)
    {
        if (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
            return uint.TryParse(text.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint hex) ? hex : null;
        if (uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out uint number))
            return number;
        // Two letters each (MS-DTYP §2.5.1.1): GA and GW are generic, LC is the bit that event logs use for clearing.
        uint rights = 0;
        for (int i = 0; i + 1 < text.Length; i += 2)
        {
            rights |= text.Substring(i, 2) switch
            {
                "GA" => GenericAll,
                "GW" => GenericWrite,
                "LC" => Clear,
                _ => 0,
            };
        }
        return text.Length % 2 == 0 && text.All(char.IsLetter) ? rights : null;
    }
}
