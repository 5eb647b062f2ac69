using System;
using System.IO;
using System.Runtime.InteropServices;

namespace MedHardening.Changes;

/// <summary>Where journals are kept when nobody says otherwise: in a folder of the user's own that outlives temporary files.</summary>
public static class JournalFolder
{
    /// <summary>
    /// <c>%LOCALAPPDATA%\MedHardening\Journals</c>; on macOS below <c>~/Library/Application Support</c>; elsewhere below
    /// <c>$XDG_STATE_HOME</c>, or <c>~/.local/state</c> (https://specifications.freedesktop.org/basedir-spec/latest/).
    /// </summary>
    public static string Default
    {
        get
        {
            if (RuntimeInformation.IsOSPlatform(OSPlatform.Windows))
                return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "MedHardening", "Journals");
            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            if (RuntimeInformation.IsOSPlatform(OSPlatform.OSX))
                return Path.Combine(home, "Library", "Application Support", "MedHardening", "Journals");
            string? state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");
            return Path.Combine(string.IsNullOrEmpty(state) ? Path.Combine(home, ".local", "state") : state, "medhardening", "journals");
        }
    }
}
