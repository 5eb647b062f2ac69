using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim.Probing;

namespace MedHardening.Cim.WsMan.Probing;

/// <summary>What an account that was accepted may do; each right is tried, whatever became of the others.</summary>
internal static class Rights
{
    private const uint AccessDenied = 5; // winerror.h
    private const uint Workstation = 1; // Win32_OperatingSystem.ProductType; 2 domain controller, 3 server

    private static readonly CimMethod s_build = new("root/default", "StdRegProv", "GetStringValue")
    {
        Parameters =
        [
            new("hDefKey", (uint)RegistryHive.LocalMachine),
            new("sSubKeyName", @"SOFTWARE\Microsoft\Windows NT\CurrentVersion"),
            new("sValueName", "CurrentBuildNumber"),
        ],
    };

    public static async Task<ConnectionReport> TryAsync(
        WsManSession session, CimQuery? query, StepLog log, ConnectionReport report, CancellationToken cancel)
    {
        await log.TakeAsync(
            ProbeStage.ReadCim,
            async () =>
            {
                CimObject system = await session.SingleAsync("Win32_OperatingSystem", cancel).ConfigureAwait(false);
                report = report with { IsServer = system.UInt32("ProductType") is { } type ? type != Workstation : null };
                return (system.String("Caption") + " " + system.String("Version")).Trim();
            },
            IfNotWindows).ConfigureAwait(false);
        await log.TakeAsync(
            ProbeStage.InvokeRegistry,
            () => ReadRegistryAsync(session, cancel),
            fault => report.Product?.IsWinRm == false ? ProbeReasons.NotWindows : IfNotWindows(fault)).ConfigureAwait(false);
        if (query is null)
            return report;
        await log.TakeAsync(ProbeStage.Query, async () =>
        {
            IReadOnlyList<CimObject> rows = await session.QueryAsync(query, cancel).ConfigureAwait(false);
            report = report with { Rows = rows };
            return rows.Count.ToString(CultureInfo.InvariantCulture);
        }).ConfigureAwait(false);
        return report;
    }

    private static async Task<string> ReadRegistryAsync(WsManSession session, CancellationToken cancel)
    {
        CimObject answer = await session.InvokeAsync(s_build, cancel).ConfigureAwait(false);
        return answer.UInt32("ReturnValue") switch
        {
            0 => "CurrentBuildNumber " + answer.String("sValue"),
            AccessDenied => throw new CimFault(CimFaultKind.AccessDenied, s_build + ": 5"),
            { } code => throw new CimFault(CimFaultKind.HostFault, s_build + ": 0x" + code.ToString("X8", CultureInfo.InvariantCulture)),
            null => throw new CimFault(CimFaultKind.Protocol, s_build + ": no ReturnValue"),
        };
    }

    private static string? IfNotWindows(CimFault fault) =>
        fault.Kind is CimFaultKind.ClassNotFound or CimFaultKind.NamespaceNotFound ? ProbeReasons.NotWindows : null;
}
