using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>The people whose registry is loaded: who is signed in, or has processes running. Others cannot be read without their profile.</summary>
internal static class LoadedUsers
{
    // S-1-5-21: accounts of a computer or domain; S-1-12-1: accounts of Microsoft Entra ID. The rest are services.
    // https://learn.microsoft.com/windows-server/identity/ad-ds/manage/understand-security-identifiers
    private static readonly string[] s_people = ["S-1-5-21-", "S-1-12-1-"];

    /// <summary>SIDs of the hives below HKEY_USERS that belong to people, sorted.</summary>
    /// <exception cref="CimFault">The list cannot be read.</exception>
    public static async Task<IReadOnlyList<string>> ReadLoadedUsersAsync(this ICimSession session, CancellationToken cancel)
    {
        IReadOnlyList<string>? hives = await session.ReadSubKeysAsync(RegistryHive.Users, "", cancel).ConfigureAwait(false);
        return (hives ?? throw new CimFault(CimFaultKind.Protocol, "HKEY_USERS does not exist") { Host = session.Target.Name })
            .Where(h => s_people.Any(p => h.StartsWith(p, StringComparison.OrdinalIgnoreCase))
                && !h.EndsWith("_Classes", StringComparison.OrdinalIgnoreCase))
            .OrderBy(h => h, StringComparer.OrdinalIgnoreCase)
            .ToArray();
    }
}
