using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace MedHardening.Simulator.Shells;

/// <summary>
/// What secedit, auditpol and net say of one host, in the language of its Windows. Layout of the files: MS-GPSB §2.2, MS-GPAC §2.2. The words
/// are not verified on Windows, on purpose other ones in each language, and not for parsing.
/// </summary>
internal sealed class Tools(string computer, LocalPolicy policy, bool japanese)
{
    public string Done => japanese ? "タスクは正常に完了しました。\r\n" : "The task has completed successfully.\r\n";

    public string CommandDone => japanese ? "コマンドは正常に実行されました。\r\n" : "The command was successfully executed.\r\n";

    public string Unknown(string command) => japanese
        ? "'" + command + "' は、内部コマンドまたは外部コマンド、\r\n操作可能なプログラムまたはバッチ ファイルとして認識されていません。\r\n"
        : "'" + command + "' is not recognized as an internal or external command,\r\noperable program or batch file.\r\n";

    public string NoFile => japanese ? "指定されたファイルが見つかりません。\r\n" : "The system cannot find the file specified.\r\n";

    /// <summary>UTF-16 with its mark, as secedit writes.</summary>
    public byte[] SecurityTemplate()
    {
        StringBuilder inf = new("[Unicode]\r\nUnicode=yes\r\n[System Access]\r\n");
        foreach ((string key, string value) in policy.SystemAccess)
            inf.Append(key).Append(" = ").Append(value).Append("\r\n");
        inf.Append("[Event Audit]\r\nAuditSystemEvents = 0\r\n[Version]\r\nsignature=\"$CHICAGO$\"\r\nRevision=1\r\n");
        return [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(inf.ToString())];
    }

    /// <summary>Six columns, the last with a value in words.</summary>
    public string AuditReport() => Lines(
        "\r\n" + (japanese ? "コンピューター名,ポリシー ターゲット,サブカテゴリ,サブカテゴリ GUID,包含設定,除外設定" : "Machine Name,Policy Target,Subcategory,Subcategory GUID,Inclusion Setting,Exclusion Setting"),
        row => "");

    /// <summary>Seven columns, the last with a number.</summary>
    public string AuditBackup() => Lines(
        japanese
            ? "コンピューター名,ポリシー ターゲット,サブカテゴリ,サブカテゴリ GUID,包含設定,除外設定,設定値"
            : "Machine Name,Policy Target,Subcategory,Subcategory GUID,Inclusion Setting,Exclusion Setting,Setting Value",
        setting => "," + setting.ToString(CultureInfo.InvariantCulture))
        + computer + ",,Option:CrashOnAuditFail,," + (japanese ? "無効" : "Disabled") + ",,0\r\n";

    public string Accounts()
    {
        string minimum = policy.SystemAccess["MinimumPasswordLength"];
        string never = japanese ? "なし" : "Never";
        return japanese
            ? "強制ログオフまでの時間 (分):                             " + never + "\r\nパスワードの最低文字数:                                  " + minimum + "\r\n"
            : "Force user logoff how long after time expires?:       " + never + "\r\nMinimum password length:                              " + minimum + "\r\n";
    }

    private string Lines(string head, Func<int, string> tail)
    {
        IEnumerable<string> rows = AuditSubcategories.All.Select(s =>
        {
            int setting = policy.Audit.GetValueOrDefault(s.Part);
            return computer + "," + (japanese ? "システム" : "System") + "," + (japanese ? s.Japanese : s.English) + "," + AuditSubcategories.Guid(s.Part)
                + "," + AuditSubcategories.Words(setting, japanese) + "," + tail(setting);
        });
        return head + "\r\n" + string.Concat(rows.Select(r => r + "\r\n"));
    }
}
