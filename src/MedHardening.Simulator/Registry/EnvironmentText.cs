using System;
using System.Collections.Generic;

namespace MedHardening.Simulator.Registry;

/// <summary>Expands %names% as Windows does for a service: the machine's environment, unknown names left alone.</summary>
internal static class EnvironmentText
{
    private static readonly Dictionary<string, string> s_variables = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SystemRoot"] = @"C:\Windows",
        ["windir"] = @"C:\Windows",
        ["SystemDrive"] = "C:",
        ["ProgramData"] = @"C:\ProgramData",
        ["ALLUSERSPROFILE"] = @"C:\ProgramData",
        ["ProgramFiles"] = @"C:\Program Files",
        ["ProgramW6432"] = @"C:\Program Files",
        ["ProgramFiles(x86)"] = @"C:\Program Files (x86)",
        ["CommonProgramFiles"] = @"C:\Program Files\Common Files",
        ["CommonProgramFiles(x86)"] = @"C:\Program Files (x86)\Common Files",
        ["PUBLIC"] = @"C:\Users\Public",
        ["TEMP"] = @"C:\Windows\TEMP",
        ["TMP"] = @"C:\Windows\TEMP",
        ["ComSpec"] = @"C:\Windows\system32\cmd.exe",
    };

    public static string Expand(string text, string computerName)
    {
        string[] parts = text.Split('%');
        for (int i = 1; i < parts.Length - 1; i++)
        {
            string? value = parts[i].Equals("COMPUTERNAME", StringComparison.OrdinalIgnoreCase)
                ? computerName
                : s_variables.GetValueOrDefault(parts[i]);
            if (value is null)
                continue;
            // The two signs around the name go with it.
            parts[i - 1] += value + parts[i + 1];
            parts = [.. parts[..i], .. parts[(i + 2)..]];
            i--;
        }
        return string.Join('%', parts);
    }
}
