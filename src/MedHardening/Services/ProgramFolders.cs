using System;
using System.Linq;
using MedHardening.Cim;

namespace MedHardening.Services;

/// <summary>Which program a file belongs to, as far as installers tell.</summary>
internal static class ProgramFolders
{
    private const int ShortestWord = 4;

    /// <summary>The program's folder, else that of its uninstaller; null when it uninstalls by Windows Installer and tells no folder.</summary>
    public static string? Of(InstalledProgram program)
    {
        if (program.Location?.Trim().Trim('"').TrimEnd('\\') is { Length: > 3 } location)
            return location;
        if (program.UninstallCommand is null)
            return null;
        string uninstaller = CommandLines.Split(program.UninstallCommand).Program;
        return WindowsFolders.Contains(uninstaller) ? null : Parent(uninstaller);
    }

    /// <summary>
    /// Whether a file was installed by a program: it is in its folder, or in a folder below Program Files whose name is in the name
    /// or publisher of the program.
    /// </summary>
    public static bool Owns(ProgramEntry program, string path)
    {
        if (program.Folder is { Length: > 3 } folder && path.StartsWith(folder + "\\", StringComparison.OrdinalIgnoreCase))
            return true;
        string[] parts = path.Split('\\');
        return parts.Length > 3
            && parts[1].StartsWith("Program Files", StringComparison.OrdinalIgnoreCase)
            && parts.Skip(2).Take(Math.Min(2, parts.Length - 3)).Any(p => p.Length >= ShortestWord
                && (Names(program.Name, p) || Names(program.Publisher, p) || BeginsWithMaker(p, program.Publisher)));
    }

    private static bool Names(string? text, string folder) => text?.IndexOf(folder, StringComparison.OrdinalIgnoreCase) >= 0;

    // Common Files\Microsoft Shared
    private static bool BeginsWithMaker(string folder, string? publisher) =>
        publisher?.Split(' ')[0] is { Length: >= ShortestWord } maker && folder.StartsWith(maker + " ", StringComparison.OrdinalIgnoreCase);

    private static string? Parent(string path) => path.LastIndexOf('\\') is > 3 and int end ? path.Substring(0, end) : null;
}
