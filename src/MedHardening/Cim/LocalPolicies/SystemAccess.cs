using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim.Shells;

namespace MedHardening.Cim.LocalPolicies;

/// <summary>
/// The account policies in force on a computer: section System Access of what <c>secedit /export</c> writes, by key names, which Windows does
/// not translate (MS-GPSB §2.2.1). https://learn.microsoft.com/windows-server/administration/windows-commands/secedit-export
/// </summary>
public sealed class SystemAccess
{
    private const string Section = "[System Access]";

    private readonly Dictionary<string, string> _values;

    private SystemAccess(Dictionary<string, string> values)
    {
        _values = values;
    }

    /// <summary>The command that the reading needs; for recordings and tests.</summary>
    public static ShellCommand Command { get; } = ShellCommand.Export("secedit /export /cfg {file} /areas SECURITYPOLICY /quiet");

    /// <summary>Text of a key without its quotes; null when the export does not have it.</summary>
    public string? this[string key] => _values.TryGetValue(key, out string? value) ? value : null;

    /// <summary>A number; null when the export does not have the key. -1 stands for never (MaximumPasswordAge, LockoutDuration).</summary>
    /// <exception cref="CimFault">There is something else than a number.</exception>
    public long? Number(string key)
    {
        if (this[key] is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new CimFault(CimFaultKind.Protocol, "secedit " + key + " = " + text);
    }

    /// <exception cref="CimFault">There is no shell, or it did not export what was asked for.</exception>
    public static async Task<SystemAccess> ReadAsync(ICimSession session, CancellationToken cancel)
    {
        ShellOutput output = await session.RunAsync(Command, cancel).ConfigureAwait(false);
        return Parse(ConsoleText.Of(output.Output))
            ?? throw new CimFault(CimFaultKind.HostFault, "secedit /export: no section System Access") { Host = session.Target.Name };
    }

    private static SystemAccess? Parse(string inf)
    {
        Dictionary<string, string>? values = null;
        bool isInside = false;
        foreach (string raw in inf.Split('\n'))
        {
            string line = raw.Trim('\r', ' ', '\t', '\0');
            if (line.Length > 0 && line[0] == '[')
            {
                isInside = line.Equals(Section, StringComparison.OrdinalIgnoreCase);
                if (isInside)
                    values ??= new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                continue;
            }
            int equals = line.IndexOf('=');
            if (isInside && equals > 0)
                values![line.Substring(0, equals).Trim()] = line.Substring(equals + 1).Trim().Trim('"');
        }
        return values is null ? null : new SystemAccess(values);
    }
}
