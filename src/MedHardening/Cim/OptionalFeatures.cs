using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>Reads the optional features of Windows. https://learn.microsoft.com/windows/win32/cimwin32prov/win32-optionalfeature</summary>
public static class OptionalFeatures
{
    private const uint Enabled = 1;

    /// <summary>Names of the features that are on, sorted.</summary>
    /// <exception cref="CimFault">The list cannot be read.</exception>
    public static async Task<IReadOnlyList<string>> ReadEnabledFeaturesAsync(this ICimSession session, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> rows = await session
            .QueryAsync(CimQuery.Class("root/cimv2", "Win32_OptionalFeature"), cancel).ConfigureAwait(false);
        return rows
            .Where(r => r.UInt32("InstallState") == Enabled)
            .Select(r => r.String("Name") ?? "")
            .OrderBy(n => n, StringComparer.OrdinalIgnoreCase)
            .ToArray();
    }
}
