using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Reads the installed programs as the Control Panel lists them, from the registry: https://learn.microsoft.com/windows/win32/msi/uninstall-registry-key.
/// Never Win32_Product, which lists packages of Windows Installer only and checks, and may repair, every one of them when it is asked.
/// </summary>
public static class Programs
{
    private const string Uninstall = @"Microsoft\Windows\CurrentVersion\Uninstall";

    // A computer with years of updates has some hundred.
    private const int MaxPrograms = 3000;

    private static readonly string[] s_values =
    [
        "DisplayName", "DisplayVersion", "Publisher", "InstallDate", "InstallLocation", "UninstallString", "SystemComponent", "ParentKeyName",
    ];

    /// <summary>
    /// Programs for everybody, of 64 and of 32 bits, and those of every user whose registry is loaded. A key without a display name is no
    /// program. Some seven questions a program.
    /// </summary>
    /// <exception cref="CimFault">A list cannot be read, or is beyond any honest size.</exception>
    public static async Task<IReadOnlyList<InstalledProgram>> ReadProgramsAsync(this ICimSession session, CancellationToken cancel)
    {
        List<InstalledProgram> programs = new();
        await ReadAsync(session, programs, ProgramScope.Machine64, null, @"SOFTWARE\" + Uninstall, cancel).ConfigureAwait(false);
        await ReadAsync(session, programs, ProgramScope.Machine32, null, @"SOFTWARE\WOW6432Node\" + Uninstall, cancel).ConfigureAwait(false);
        foreach (string user in await session.ReadLoadedUsersAsync(cancel).ConfigureAwait(false))
            await ReadAsync(session, programs, ProgramScope.User, user, user + @"\Software\" + Uninstall, cancel).ConfigureAwait(false);
        return programs;
    }

    private static async Task ReadAsync(
        ICimSession session, List<InstalledProgram> programs, ProgramScope scope, string? user, string path, CancellationToken cancel)
    {
        RegistryHive hive = user is null ? RegistryHive.LocalMachine : RegistryHive.Users;
        foreach (string key in await session.ReadSubKeysAsync(hive, path, cancel).ConfigureAwait(false) ?? [])
        {
            if (programs.Count == MaxPrograms)
                throw new CimFault(CimFaultKind.LimitExceeded, path + ": more than " + MaxPrograms + " programs") { Host = session.Target.Name };
            RegistryKey? values = await session.ReadValuesAsync(hive, path + "\\" + key, s_values, cancel).ConfigureAwait(false);
            if (Text(values, "DisplayName") is { } name)
                programs.Add(Of(values!, key, name, scope, user));
        }
    }

    private static InstalledProgram Of(RegistryKey values, string key, string name, ProgramScope scope, string? user) => new(key, name, scope)
    {
        UserSid = user,
        Version = Text(values, "DisplayVersion"),
        Publisher = Text(values, "Publisher"),
        InstalledOn = DateTime.TryParseExact(
            Text(values, "InstallDate"), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime day) ? day : null,
        Location = Text(values, "InstallLocation"),
        UninstallCommand = Text(values, "UninstallString"),
        IsHidden = Text(values, "SystemComponent") == "1" || Text(values, "ParentKeyName") is not null,
    };

    // Installers write what they like: a version may be a number, and an empty text says nothing.
    private static string? Text(RegistryKey? key, string name) => key?[name]?.Data switch
    {
        string text when text.Trim() is { Length: > 0 } trimmed => trimmed,
        uint number => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}

/// <summary>Whom a program is installed for, and in which list it stands.</summary>
public enum ProgramScope
{
    Machine64,
    Machine32,
    User,
}

/// <summary>One line of the list of programs.</summary>
/// <param name="Key">Its key below Uninstall: a product code of Windows Installer, or a word of the installer's choice.</param>
public sealed record InstalledProgram(string Key, string Name, ProgramScope Scope)
{
    /// <summary>The user whose program it is; null for everybody's.</summary>
    public string? UserSid { get; init; }

    public string? Version { get; init; }

    public string? Publisher { get; init; }

    /// <summary>The day of the installation or of its last repair or patch; null when the installer does not tell.</summary>
    public DateTime? InstalledOn { get; init; }

    /// <summary>Its folder; many installers do not tell.</summary>
    public string? Location { get; init; }

    public string? UninstallCommand { get; init; }

    /// <summary>Part of another program, or hidden from the list by its installer.</summary>
    public bool IsHidden { get; init; }
}
