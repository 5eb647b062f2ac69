using System;
using System.IO;
using System.Management.Automation;
using MedHardening.Baselines.Starter;

namespace MedHardening.PowerShell;

internal static partial class ErrorRecords
{
    public static ErrorRecord NoStarterFiles(StarterException e, string folder) => Make(
        e, "StarterFilesNotMade", ErrorCategory.WriteError, folder, e.Text, null);

    public static ErrorRecord FileExists(string path) => Make(
        new IOException(path), "FileExists", ErrorCategory.ResourceExists, path,
        new($"ファイル「{path}」は既にあります。", $"The file '{path}' exists already."),
        new("上書きするには -Force を付けるか、別のパスを指定してください。", "Add -Force to overwrite it, or give another path."));

    public static ErrorRecord FileNotWritable(string path, Exception e) => Make(
        e, "FileNotWritable", ErrorCategory.WriteError, path,
        new($"「{path}」を書き込めません: {e.Message}", $"'{path}' cannot be written: {e.Message}"),
        new("ほかのプログラムで開いていれば閉じ、書き込みの権限を確かめてください。", "Close it in other programs, and check that you may write there."));
}
