using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Services;

/// <summary>The words for differences.</summary>
public static class DifferenceWords
{
    private static readonly Dictionary<ServiceChange, Text> s_changes = new()
    {
        [ServiceChange.Added] = new("追加", "Added"),
        [ServiceChange.Removed] = new("削除", "Removed"),
        [ServiceChange.StateChanged] = new("状態の変更", "State changed"),
        [ServiceChange.StartTypeChanged] = new("スタートアップの種類の変更", "Start type changed"),
        [ServiceChange.PathChanged] = new("実行ファイルの変更", "Program changed"),
        [ServiceChange.AccountChanged] = new("アカウントの変更", "Account changed"),
        [ServiceChange.VersionChanged] = new("版の変更", "Version changed"),
        [ServiceChange.PortOpened] = new("ポートの開放", "Port opened"),
        [ServiceChange.PortClosed] = new("ポートの閉鎖", "Port closed"),
        [ServiceChange.NotApproved] = new("不要と判断されたもの", "Not approved"),
        [ServiceChange.ShouldBeStopped] = new("停止すべきサービス", "Should be stopped"),
    };

    private static readonly Dictionary<SuspiciousMark, Text> s_marks = new()
    {
        [SuspiciousMark.UnquotedPath] = new("空白のあるパスが引用符で囲まれていない", "a path with blanks has no quotation marks"),
        [SuspiciousMark.WritableFolder] = new("一般の利用者が書き込めるフォルダーにある", "it lies in a folder into which ordinary users may write"),
        [SuspiciousMark.SystemNameElsewhere] = new("Windows のプログラムと同じ名前で、別のフォルダーにある", "it has the name of a program of Windows, in another folder"),
        [SuspiciousMark.NoInstallRecord] = new("システム権限で動くが、インストールの記録がない", "it runs as the system and no installed program accounts for it"),
        [SuspiciousMark.LookAlikeName] = new("別の名前に見せかけた名前である", "its name imitates another one"),
    };

    public static Text Word(ServiceChange change) => s_changes[change];

    public static Text Word(SuspiciousMark mark) => s_marks[mark];

    public static Text Word(BaselineSection section) => section switch
    {
        BaselineSection.Services => new("サービス", "Services"),
        BaselineSection.Programs => new("プログラム", "Programs"),
        BaselineSection.Ports => new("待受ポート", "Listening ports"),
        BaselineSection.Tasks => new("タスク", "Scheduled tasks"),
        BaselineSection.Autoruns => new("自動起動", "Autoruns"),
        BaselineSection.Features => new("Windows の機能", "Windows features"),
        _ => new("更新プログラム", "Updates"),
    };

    public static Text Word(DifferenceSeverity severity) => severity switch
    {
        DifferenceSeverity.High => new("高", "High"),
        DifferenceSeverity.Medium => new("中", "Medium"),
        DifferenceSeverity.Low => new("低", "Low"),
        _ => new("情報", "Information"),
    };

    internal static Text Why(ServiceDifference difference)
    {
        List<Text> parts = [Plain(difference)];
        if (difference.Marks.Count > 0)
        {
            parts.Add(new(
                "疑わしい点: " + string.Join("、", difference.Marks.Select(m => Word(m).Ja)) + "。",
                "Suspicious: " + string.Join("; ", difference.Marks.Select(m => Word(m).En)) + "."));
        }
        if (difference.ExplainedBy.Count > 0)
        {
            string by = string.Join(", ", difference.ExplainedBy);
            parts.Add(new($"基準の後に入った {by} によると考えられます。", $"Probably by {by}, which came after the baseline."));
        }
        return new(string.Concat(parts.Select(p => p.Ja)), string.Join(" ", parts.Select(p => p.En)));
    }

    internal static string Start(ServiceEntry service) => service.Start + (service.Trigger && service.Start == ServiceStartType.Automatic ? " (Trigger)" : "");

    internal static string Enabled(bool enabled) => enabled ? "Enabled" : "Disabled";

    /// <summary>An entry in one line.</summary>
    internal static string Of(BaselineEntry entry) => entry switch
    {
        ServiceEntry service => string.Join(", ", new[]
        {
            service.State.ToString(), Start(service), service.Account, (service.Path + " " + service.Arguments).Trim(),
        }.Where(part => !string.IsNullOrEmpty(part))),
        ProgramEntry program => program.Version ?? program.Name,
        PortEntry port => port.Process + (port.Service is null ? "" : " (" + port.Service + ")") + (port.Loopback ? " 127.0.0.1" : ""),
        TaskEntry task => string.Join(" | ", task.Commands),
        AutorunEntry autorun => autorun.Command,
        UpdateEntry { InstalledOn: { } day } => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => entry.Name,
    };

    private static Text Plain(ServiceDifference difference) => difference.Change switch
    {
        ServiceChange.Added or ServiceChange.PortOpened when difference.IsRare =>
            new("同じ区分のごく一部の機器にだけあります。", "Only few computers of the role have it."),
        ServiceChange.Added => new("基準にありません。", "It is not in the baseline."),
        ServiceChange.Removed => new("基準にあったものがありません。", "The baseline has it, the computer has not."),
        ServiceChange.StateChanged => new("動作の状態が基準と違います。", "It runs where it did not, or does not where it did."),
        ServiceChange.StartTypeChanged => new("起動のしかたが基準と違います。", "It starts in another way than in the baseline."),
        ServiceChange.PathChanged => new("起動するプログラムが基準と違います。", "It starts another program than in the baseline."),
        ServiceChange.AccountChanged => new("動作するアカウントが基準と違います。", "It runs under another account than in the baseline."),
        ServiceChange.VersionChanged => new("版が基準と違います。", "Its version is another one than in the baseline."),
        ServiceChange.PortOpened => new("基準にない待受ポートです。", "The baseline has no such listening port."),
        ServiceChange.PortClosed => new("基準にあった待受ポートが閉じています。", "The port listens no more."),
        ServiceChange.NotApproved => new("基準で不要と判断されています。", "The baseline says that it is not needed."),
        _ => new("基準で不要と判断されていますが、動作中または自動起動です。", "The baseline says that it must not run; it runs or starts itself."),
    };
}
