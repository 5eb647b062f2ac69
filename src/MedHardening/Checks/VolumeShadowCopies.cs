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
/// Volume shadow copies are recent and of several generations. They are on the same disk and no backup by themselves, so none is no
/// fault. <c>Win32_ShadowCopy</c>: https://learn.microsoft.com/previous-versions/windows/desktop/vsswmi/win32-shadowcopy
/// </summary>
internal sealed class VolumeShadowCopies : HostCheck<VolumeShadowCopies.Settings>
{
    public sealed record Settings
    {
        /// <summary>Most days since the newest copy of a volume.</summary>
        [Within(1, 365)]
        public int MaxDays { get; init; } = 7;

        /// <summary>Least copies of a volume.</summary>
        [Within(1, 512)]
        public int MinGenerations { get; init; } = 3;
    }

    public override string Id => "volume-shadow-copies";

    public override string Item => "backup";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new(
        "ボリューム シャドウ コピーが新しく、複数世代ある", "Volume shadow copies are recent and of several generations");

    public override Text Remedy => new(
        "シャドウ コピーのスケジュールと保存領域の上限を確かめる。", "Look after the schedule of shadow copies and the limit of their storage.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> copies = await host.Session
            .QueryAsync(CimQuery.Class("root/cimv2", "Win32_ShadowCopy"), cancel).ConfigureAwait(false);
        DateTime today = await host.TodayAsync(cancel).ConfigureAwait(false);
        return Verdict.Of(copies.GroupBy(c => c.String("VolumeName") ?? "").SelectMany(g => Judge(g.Key, [.. g], today, settings)).ToArray(), "NoCopySeen");
    }

    private static IEnumerable<Evidence> Judge(string volume, CimObject[] copies, DateTime today, Settings settings)
    {
        string source = "Win32_ShadowCopy.VolumeName=\"" + volume + "\"";
        DateTime? newest = copies.Max(c => c.DateTime("InstallDate")) is { } made ? JapanTime.Day(made) : null;
        DateTime oldestGood = today.AddDays(-settings.MaxDays);
        yield return new Evidence(
            source + ".InstallDate",
            Operators.AtLeast,
            oldestGood.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            newest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? Evidence.Absent,
            newest is null ? Outcome.Unknown : newest >= oldestGood ? Outcome.Pass : Outcome.Fail);
        yield return new Evidence(
            source,
            Operators.AtLeast,
            settings.MinGenerations.ToString(CultureInfo.InvariantCulture),
            copies.Length.ToString(CultureInfo.InvariantCulture),
            copies.Length >= settings.MinGenerations ? Outcome.Pass : Outcome.Fail);
    }
}
