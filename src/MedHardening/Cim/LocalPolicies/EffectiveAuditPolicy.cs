using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim.Shells;

namespace MedHardening.Cim.LocalPolicies;

/// <summary>
/// The audit policy in force, by the GUIDs of subcategories (MS-GPAC §2.2.1.2). From <c>auditpol /backup</c>, whose last column is a number;
/// <c>auditpol /get /r</c> has words of the language of Windows there.
/// https://learn.microsoft.com/windows-server/administration/windows-commands/auditpol-backup
/// </summary>
public sealed class EffectiveAuditPolicy
{
    private const int Target = 1;
    private const int Guid = 3;
    private const int Value = 6;

    private readonly Dictionary<Guid, AuditedEvents> _bySubcategory;

    private EffectiveAuditPolicy(Dictionary<Guid, AuditedEvents> bySubcategory)
    {
        _bySubcategory = bySubcategory;
    }

    /// <summary>The command that the reading needs; for recordings and tests.</summary>
    public static ShellCommand Command { get; } = ShellCommand.Export("auditpol /backup /file:{file}");

    /// <summary>What is audited of a subcategory; null when the computer does not tell.</summary>
    public AuditedEvents? this[Guid subcategory] => _bySubcategory.TryGetValue(subcategory, out AuditedEvents events) ? events : null;

    /// <exception cref="CimFault">There is no shell, or what it wrote is not understood.</exception>
    public static async Task<EffectiveAuditPolicy> ReadAsync(ICimSession session, CancellationToken cancel)
    {
        ShellOutput output = await session.RunAsync(Command, cancel).ConfigureAwait(false);
        Dictionary<Guid, AuditedEvents> found = [];
        foreach (string line in ConsoleText.Of(output.Output).Split('\n').Skip(1))
        {
            string[] cells = line.Trim('\r', '\0').Split(',');
            // Rows of single users and of options come after those of the system; a name with a comma would shift the cells.
            if (cells.Length == Value + 1 && cells[Target].Length > 0 && !cells[Target].StartsWith("S-1-", StringComparison.OrdinalIgnoreCase)
                && System.Guid.TryParse(cells[Guid], out Guid subcategory))
            {
                found[subcategory] = Events(cells[Value], session);
            }
        }
        return found.Count > 0
            ? new EffectiveAuditPolicy(found)
            : throw new CimFault(CimFaultKind.HostFault, "auditpol /backup: no subcategory") { Host = session.Target.Name };
    }

    // 0 unchanged, 1 success, 2 failure, 3 both, 4 none (MS-GPAC §2.2.1.3.1). A backup says 0 for what is not audited.
    private static AuditedEvents Events(string value, ICimSession session) => value.Trim() switch
    {
        "0" or "4" => AuditedEvents.None,
        "1" => AuditedEvents.Success,
        "2" => AuditedEvents.Failure,
        "3" => AuditedEvents.SuccessAndFailure,
        _ => throw new CimFault(CimFaultKind.Protocol, "auditpol /backup: " + value.ToString(CultureInfo.InvariantCulture)) { Host = session.Target.Name },
    };
}

/// <summary>Which outcomes leave an event.</summary>
[Flags]
public enum AuditedEvents
{
    None = 0,
    Success = 1,
    Failure = 2,
    SuccessAndFailure = Success | Failure,
}
