using System;
using System.IO;
using System.Management.Automation;

namespace MedHardening.PowerShell;

internal static partial class ErrorRecords
{
    public static ErrorRecord BaselineFormatUnknown(string path) => Make(
        new ArgumentException(path), "BaselineFormatUnknown", ErrorCategory.InvalidArgument, path,
        new($"「{path}」の拡張子に対応する形式はありません。", $"The ending of '{path}' names no format."),
        new(".yaml か .csv のファイル、またはフォルダーを指定してください。", "Name a file that ends in .yaml or .csv, or a folder."));

    public static ErrorRecord BaselineExists(string path) => Make(
        new IOException(path), "BaselineExists", ErrorCategory.ResourceExists, path,
        new($"「{path}」は既にあります。", $"'{path}' exists already."),
        new("判断を引き継ぐには -Update、捨てて置き換えるには -Force を付けてください。", "-Update keeps the decisions in it, -Force replaces it with them."));

    public static ErrorRecord SeveralBaselines(string path, int count) => Make(
        new ArgumentException(path), "SeveralBaselines", ErrorCategory.InvalidArgument, path,
        new($"{count} 台分を1つのファイルには書けません。", $"The baselines of {count} computers do not go into one file."),
        new("フォルダーを指定するか、-Merge で1つにまとめてください。", "Name a folder, or join them with -Merge."));

    public static ErrorRecord NothingDecided(string path) => Make(
        new ArgumentException(path), "NothingDecided", ErrorCategory.InvalidArgument, path,
        new($"「{path}」のサービスには、まだ判断がありません。", $"No service of '{path}' has been decided about yet."),
        new("各行に approved: true（必要）か false（不要）を書いてください。", "Write approved: true (needed) or false (must not run) into its lines."));

    public static ErrorRecord BaselineNotWritable(string path, Exception e) => Make(
        e, "BaselineNotWritable", ErrorCategory.WriteError, path,
        new($"「{path}」を書き込めません: {e.Message}", $"'{path}' cannot be written: {e.Message}"),
        new("フォルダーの有無と書き込みの権限を確かめてください。", "Check that the folder exists and that you may write there."));
}
