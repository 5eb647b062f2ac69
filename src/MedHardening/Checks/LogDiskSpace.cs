using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// The drive of the Security log has room left. <c>Win32_LogicalDisk</c>:
/// https://learn.microsoft.com/windows/win32/cimwin32prov/win32-logicaldisk
/// </summary>
internal sealed class LogDiskSpace : HostCheck<LogDiskSpace.Settings>
{
    public sealed record Settings
    {
        /// <summary>Least free space, in percent of the drive.</summary>
        [Within(1, 90)]
        public int MinFreePercent { get; init; } = 10;
    }

    public override string Id => "log-disk-space";

    public override string Item => "access-log";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new("ログのあるドライブに空き容量がある", "The drive of the logs has room left");

    public override Text Remedy => new("不要なファイルを移すか、容量を増やす。", "Move files that are not needed, or enlarge the drive.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> files = await host.Session.ReadLogFilesAsync(cancel).ConfigureAwait(false);
        IReadOnlyList<CimObject> disks = await host.Session
            .QueryAsync(CimQuery.FromWql("root/cimv2", "SELECT * FROM Win32_LogicalDisk WHERE DriveType = 3"), cancel).ConfigureAwait(false);
        // Without the right to it the Security log is not listed; it is beside the others unless somebody moved it.
        CimObject? file = files.FirstOrDefault(f => string.Equals(f.String("LogfileName"), "Security", StringComparison.OrdinalIgnoreCase)) ?? files.FirstOrDefault();
        string path = file?.String("Name") ?? "";
        string drive = path.Length >= 2 && path[1] == ':' ? path.Substring(0, 2) : "";
        CimObject? disk = disks.FirstOrDefault(d => string.Equals(d.String("DeviceID"), drive, StringComparison.OrdinalIgnoreCase));
        ulong? size = disk?.UInt64("Size");
        ulong? free = disk?.UInt64("FreeSpace");
        string expected = settings.MinFreePercent.ToString(CultureInfo.InvariantCulture) + " %";
        string source = "Win32_LogicalDisk.DeviceID=\"" + drive + "\".FreeSpace";
        if (size is null or 0 || free is null)
            return Verdict.Unknown(CimFaultKind.AccessDenied.ToString(), new Evidence(source, Operators.AtLeast, expected, Evidence.Absent, Outcome.Unknown));
        ulong percent = free.Value * 100 / size.Value;
        return Verdict.Of([new Evidence(
            source,
            Operators.AtLeast,
            expected,
            percent.ToString(CultureInfo.InvariantCulture) + " %",
            percent >= (ulong)settings.MinFreePercent ? Outcome.Pass : Outcome.Fail)]);
    }
}
