using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Reads what starts when somebody signs in: the Run and RunOnce keys (https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys)
/// and the Startup folders, which only https://learn.microsoft.com/windows/win32/cimwin32prov/win32-startupcommand tells.
/// </summary>
public static class Autoruns
{
    private static readonly string[] s_keys =
    [
        @"Microsoft\Windows\CurrentVersion\Run",
        @"Microsoft\Windows\CurrentVersion\RunOnce",
        @"Microsoft\Windows\CurrentVersion\Policies\Explorer\Run",
        @"WOW6432Node\Microsoft\Windows\CurrentVersion\Run",
        @"WOW6432Node\Microsoft\Windows\CurrentVersion\RunOnce",
    ];

    /// <summary>For everybody and for every user whose registry is loaded, by place and name.</summary>
    /// <exception cref="CimFault">A list cannot be read.</exception>
    public static async Task<IReadOnlyList<Autorun>> ReadAutorunsAsync(this ICimSession session, CancellationToken cancel)
    {
        List<Autorun> autoruns = new();
        foreach (string key in s_keys)
            await ReadAsync(session, autoruns, RegistryHive.LocalMachine, "HKLM", @"SOFTWARE\" + key, null, cancel).ConfigureAwait(false);
        foreach (string user in await session.ReadLoadedUsersAsync(cancel).ConfigureAwait(false))
        {
            foreach (string key in s_keys)
                await ReadAsync(session, autoruns, RegistryHive.Users, "HKCU", @"Software\" + key, user, cancel).ConfigureAwait(false);
        }
        IReadOnlyList<CimObject> commands = await session
            .QueryAsync(CimQuery.Class("root/cimv2", "Win32_StartupCommand"), cancel).ConfigureAwait(false);
        autoruns.AddRange(commands.Where(IsInFolder).Select(c => new Autorun(c.String("Location")!, c.String("Name") ?? "", c.String("Command") ?? "")
        {
            UserSid = c.String("UserSID"),
        }));
        return autoruns
            .OrderBy(a => a.Place, StringComparer.OrdinalIgnoreCase)
            .ThenBy(a => a.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(a => a.UserSid, StringComparer.Ordinal)
            .ToArray();
    }

    private static async Task ReadAsync(
        ICimSession session, List<Autorun> autoruns, RegistryHive hive, string root, string path, string? user, CancellationToken cancel)
    {
        RegistryKey? key = await session
            .ReadKeyAsync(hive, user is null ? path : user + "\\" + path, cancel).ConfigureAwait(false);
        autoruns.AddRange((key?.ValueNames ?? []).Select(name =>
            new Autorun(root + "\\" + path, name, key![name]!.Data as string ?? "") { UserSid = user }));
    }

    // "Startup" and "Common Startup"; everything else is a key that has been read itself.
    private static bool IsInFolder(CimObject command) =>
        command.String("Location") is { } place && !place.StartsWith("HK", StringComparison.OrdinalIgnoreCase);
}

/// <param name="Place">Registry key with HKLM or HKCU, or <c>Startup</c> and <c>Common Startup</c>.</param>
/// <param name="Command">The command line, environment variables replaced.</param>
public sealed record Autorun(string Place, string Name, string Command)
{
    /// <summary>The user for whom it starts; null for everybody.</summary>
    public string? UserSid { get; init; }
}
