using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Software;

namespace MedHardening.Checks;

/// <summary>
/// A backup product of the list runs, or Windows Server Backup has a schedule. Nothing of the list is no proof that there is no backup:
/// it may be done by another product, or from another computer.
/// </summary>
internal sealed class BackupProduct : HostCheck<BackupProduct.Settings>
{
    // The task that Windows Server Backup makes for its schedule; the name is not verified on Windows.
    private const string ScheduleTask = "Microsoft-Windows-WindowsBackup";

    public sealed record Settings
    {
        /// <summary>The facility's own list, in place of the one that comes with the tool.</summary>
        public IReadOnlyList<KnownProduct>? Products { get; init; }
    }

    public override string Id => "backup-product";

    public override string Item => "backup";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new("バックアップ製品が動作している", "A backup product runs");

    public override Text Remedy => new(
        "バックアップ製品のサービスを確かめる。一覧にない製品は、ベースラインの products に書く。",
        "Look after the service of the backup product. Write a product that is not listed into 'products' in the baseline.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        InstalledSoftware software = await InstalledSoftware.ReadAsync(host.Session, cancel).ConfigureAwait(false);
        IReadOnlyList<CimObject> tasks = await host.Session.QueryAsync(
            CimQuery.FromWql("root/Microsoft/Windows/TaskScheduler", "SELECT * FROM MSFT_ScheduledTask WHERE TaskName = '" + ScheduleTask + "'"), cancel)
            .ConfigureAwait(false);
        List<Evidence> evidence = software.Find(settings.Products ?? KnownProducts.Backup.Products)
            .Select(f => new Evidence(string.Join(", ", f.Traces), Operators.Exists, "", f.Product.Name, f.IsRunning ? Outcome.Pass : Outcome.Fail))
            .ToList();
        // State 1 is a disabled task.
        evidence.AddRange(tasks.Select(t => new Evidence(
            "MSFT_ScheduledTask " + ScheduleTask, Operators.Exists, "", "Windows Server Backup", t.UInt32("State") == 1 ? Outcome.Fail : Outcome.Pass)));
        return evidence.Find(e => e.Outcome == Outcome.Pass) is Evidence good ? Verdict.Of([good]) : Verdict.Of(evidence, "ProductNotListed");
    }
}
