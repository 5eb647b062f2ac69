using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Services;

/// <summary>Looks at what an entry starts, and what it is called.</summary>
internal static class SuspiciousMarks
{
    private static readonly string[] s_systemAccounts = ["LocalSystem", @"NT AUTHORITY\SYSTEM", "SYSTEM", "S-1-5-18"];

    // Programs of Windows whose names are borrowed most: https://attack.mitre.org/techniques/T1036/005/
    private static readonly HashSet<string> s_system = new(StringComparer.OrdinalIgnoreCase)
    {
        "svchost.exe", "lsass.exe", "services.exe", "csrss.exe", "winlogon.exe", "smss.exe", "wininit.exe", "spoolsv.exe", "explorer.exe",
        "taskhostw.exe", "dllhost.exe", "conhost.exe", "rundll32.exe", "regsvr32.exe", "dwm.exe", "fontdrvhost.exe", "sihost.exe",
        "RuntimeBroker.exe", "SearchIndexer.exe", "lsaiso.exe", "wmiprvse.exe", "msdtc.exe", "alg.exe", "ctfmon.exe", "userinit.exe",
    };

    /// <param name="programs">The programs of the computer; null when they were not read, and then nothing is said about install records.</param>
    /// <param name="names">Names that may be imitated: those of the baseline.</param>
    public static IReadOnlyList<SuspiciousMark> Of(BaselineEntry entry, IReadOnlyList<ProgramEntry>? programs, LookAlikes names) => entry switch
    {
        ServiceEntry service => OfService(service, programs, names).ToArray(),
        TaskEntry task => task.Commands.SelectMany(c => OfProgram(CommandLines.Split(c).Program, IsOfUser(task), names)).Distinct().ToArray(),
        AutorunEntry autorun => OfProgram(CommandLines.Split(autorun.Command).Program, autorun.IsOfUser, names).ToArray(),
        PortEntry { Path: not null } port => OfProgram(port.Path, isOfUser: true, names).ToArray(),
        _ => [],
    };

    private static IEnumerable<SuspiciousMark> OfService(ServiceEntry service, IReadOnlyList<ProgramEntry>? programs, LookAlikes names)
    {
        if (service.Unquoted)
            yield return SuspiciousMark.UnquotedPath;
        bool isLookAlike = names.Imitates(service.Name);
        foreach (SuspiciousMark mark in OfProgram(service.Path ?? "", isOfUser: false, names))
        {
            isLookAlike |= mark == SuspiciousMark.LookAlikeName;
            if (mark != SuspiciousMark.LookAlikeName)
                yield return mark;
        }
        if (service.Path is { Length: > 0 } path && programs is not null
            && s_systemAccounts.Contains(service.Account, StringComparer.OrdinalIgnoreCase)
            && !WindowsFolders.Contains(path) && !IsOfDefender(path) && !programs.Any(p => ProgramFolders.Owns(p, path)))
            yield return SuspiciousMark.NoInstallRecord;
        if (isLookAlike)
            yield return SuspiciousMark.LookAlikeName;
    }

    /// <param name="isOfUser">It runs with the rights of the user who may write there anyway: only temporary folders are odd then.</param>
    private static IEnumerable<SuspiciousMark> OfProgram(string path, bool isOfUser, LookAlikes names)
    {
        if (isOfUser ? WindowsFolders.IsTemporary(path) : WindowsFolders.IsWritable(path))
            yield return SuspiciousMark.WritableFolder;
        string file = path.Substring(path.LastIndexOf('\\') + 1);
        if (s_system.Contains(file) && path.IndexOf('\\') >= 0 && !WindowsFolders.Contains(path))
            yield return SuspiciousMark.SystemNameElsewhere;
        if (names.Imitates(file) || (!s_system.Contains(file) && s_system.Any(s => LookAlikes.AreAlike(s, file))))
            yield return SuspiciousMark.LookAlikeName;
    }

    private static bool IsOfUser(TaskEntry task) => task.Account is not null && !s_systemAccounts.Contains(task.Account, StringComparer.OrdinalIgnoreCase);

    // Part of Windows, but in a folder of its own that updates replace.
    private static bool IsOfDefender(string path) => path.IndexOf(@"\Windows Defender", StringComparison.OrdinalIgnoreCase) >= 0;
}
