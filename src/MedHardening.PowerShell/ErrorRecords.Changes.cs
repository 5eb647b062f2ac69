using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Changes;
using MedHardening.Reports;

namespace MedHardening.PowerShell;

internal static partial class ErrorRecords
{
    /// <summary>A computer that was to be changed and is not, or not for sure, as wanted.</summary>
    public static ErrorRecord NotChanged(HostChange result)
    {
        string reason = result.Reason ?? result.Outcome.ToString();
        Text word = Reasons.Word(reason);
        string detail = result.Detail is null ? "" : " (" + Printable.Of(result.Detail) + ")";
        Text state = result.Outcome switch
        {
            ChangeOutcome.RolledBack => new("元に戻しました。", "All was taken back."),
            ChangeOutcome.NotEffective => new("値は書かれていますが、有効ではありません。", "The values are written, but not effective."),
            ChangeOutcome.Conflict => new("一部は元に戻していません。", "Some was not taken back."),
            _ when result.Left.Count > 0 => new(
                $"変更が {result.Left.Count} 件残っています。Undo-MedChange で元に戻せます。",
                $"{result.Left.Count} change(s) are or may be in force; Undo-MedChange takes them back."),
            _ => new("何も書いていません。", "Nothing was written."),
        };
        string name = result.Computer.Name;
        ErrorCategory category = result.Outcome == ChangeOutcome.Refused ? ErrorCategory.PermissionDenied : ErrorCategory.InvalidResult;
        return Make(
            new InvalidOperationException(name + ": " + reason), "Change" + result.Outcome, category, name,
            new(name + ": " + word.Ja + "。" + state.Ja + detail, name + ": " + word.En + ". " + state.En + detail),
            Reasons.Advice(reason));
    }

    public static ErrorRecord NothingRepairable(IEnumerable<string> items) => Make(
        new ArgumentException("-Item"), "NothingRepairable", ErrorCategory.InvalidArgument, null,
        new("指定した項目には、自動で直せる検査がありません。", "No check of these items can repair anything."),
        new("直せる項目: " + string.Join(", ", items), "Repairable items: " + string.Join(", ", items)));

    public static ErrorRecord JournalNotWritable(string folder, Exception e) => Make(
        e, "JournalNotWritable", ErrorCategory.WriteError, folder,
        new($"変更の記録を書き込めません。何も変更していません: {e.Message}", $"The journal cannot be written; nothing was changed: {e.Message}"),
        new("-JournalPath で書き込めるフォルダーを指定してください。", "Name a folder with -JournalPath that can be written into."));

    public static ErrorRecord JournalInUse(string path, IOException e) => Make(
        e, "JournalInUse", ErrorCategory.ResourceBusy, path,
        new($"この変更は実行中か、ほかで元に戻している途中です: {path}", $"This run is still going on, or is being taken back elsewhere: {path}"),
        new("終わってからもう一度実行してください。", "Run it again when that has ended."));

    public static ErrorRecord NoJournals(string folder) => Make(
        new FileNotFoundException(folder), "JournalNotFound", ErrorCategory.ObjectNotFound, folder,
        new($"変更の記録がありません: {folder}", $"There is no journal of changes: {folder}"),
        new("-Journal でファイルを指定してください。", "Name the file with -Journal."));

    public static ErrorRecord JournalOrLast() => Make(
        new ArgumentException("-Journal"), "NoJournal", ErrorCategory.InvalidArgument, null,
        new("元に戻す変更が指定されていません。", "Nothing says which run to take back."),
        new("-Journal（ファイル）か -Last を指定してください。", "Give -Journal or -Last, one of the two."));

    public static ErrorRecord JournalUnreadable(InvalidFileException e) => OfFile(e, "JournalInvalid")[0];

    public static ErrorRecord PlanExists(string path) => Make(
        new IOException(path), "PlanExists", ErrorCategory.ResourceExists, path,
        new($"変更計画「{path}」は既にあります。", $"The plan '{path}' exists already."),
        new("別のパスを指定してください。", "Give another path."));

    public static ErrorRecord PlanNotWritable(string path, Exception e) => Make(
        e, "PlanNotWritable", ErrorCategory.WriteError, path,
        new($"変更計画を書き込めません: {e.Message}", $"The plan cannot be written: {e.Message}"), null);
}
