using System;
using System.Collections.Generic;

namespace MedHardening.Simulator.Shells;

/// <summary>What no CIM class has: the account policies and the audit policy of a computer. A file says what differs from a fresh Windows.</summary>
internal sealed record LocalPolicy
{
    /// <summary>Section System Access of MS-GPSB §2.2.1, as secedit exports it from a fresh Windows outside a domain.</summary>
    public IReadOnlyDictionary<string, string> SystemAccess { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["MinimumPasswordAge"] = "0",
        ["MaximumPasswordAge"] = "42",
        ["MinimumPasswordLength"] = "0",
        ["PasswordComplexity"] = "0",
        ["PasswordHistorySize"] = "0",
        ["LockoutBadCount"] = "0",
        ["RequireLogonToChangePassword"] = "0",
        ["ForceLogoffWhenHourExpire"] = "0",
        ["NewAdministratorName"] = "\"Administrator\"",
        ["NewGuestName"] = "\"Guest\"",
        ["ClearTextPassword"] = "0",
        ["LSAAnonymousNameLookup"] = "0",
        ["EnableAdminAccount"] = "0",
        ["EnableGuestAccount"] = "0",
    };

    /// <summary>Setting by subcategory, as <see cref="AuditSubcategories"/> spells its end: 0 none, 1 success, 2 failure, 3 both.</summary>
    public IReadOnlyDictionary<string, int> Audit { get; init; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        // https://learn.microsoft.com/windows-server/identity/ad-ds/plan/security-best-practices/audit-policy-recommendations: Windows defaults.
        ["9210"] = 1,
        ["9212"] = 3,
        ["9214"] = 3,
        ["9215"] = 1,
        ["9216"] = 1,
        ["9217"] = 1,
        ["921b"] = 1,
        ["922f"] = 1,
        ["9230"] = 1,
        ["9235"] = 1,
        ["9237"] = 1,
    };
}
