using System;
using Microsoft.Management.Infrastructure;

namespace MedHardening.PowerShell;

/// <summary>What the computers of the user's sessions are called.</summary>
internal static class SessionNames
{
    /// <summary>Its own name for a session with this computer, which New-CimSession calls localhost.</summary>
    public static string Of(CimSession session)
    {
        string? name = session.ComputerName;
        return string.IsNullOrEmpty(name) || name == "." || name!.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            ? Environment.MachineName
            : name;
    }
}
