using System;
using System.Collections.Generic;
using System.Globalization;

namespace MedHardening.Reports;

/// <summary>The words of access log summaries.</summary>
internal static class AccessLogWords
{
    public static IReadOnlyList<Text> Columns { get; } =
    [
        new("機器", "Computer"), new("アカウント", "Account"), new("SID", "SID"), new("接続元", "Source"), new("種類", "Type"),
        new("サインイン", "Sign-ins"), new("失敗", "Failures"), new("最初", "First"), new("最後", "Last"), new("読み取った範囲", "Read"),
    ];

    /// <summary>https://learn.microsoft.com/windows-server/identity/securing-privileged-access/reference-tools-logon-types</summary>
    public static Text LogonType(int type) => type switch
    {
        2 => new("2 画面", "2 keyboard"),
        3 => new("3 ネットワーク", "3 network"),
        4 => new("4 バッチ", "4 batch"),
        5 => new("5 サービス", "5 service"),
        7 => new("7 ロック解除", "7 unlock"),
        8 => new("8 平文", "8 clear text"),
        9 => new("9 別の資格情報", "9 other credentials"),
        10 => new("10 リモートデスクトップ", "10 remote desktop"),
        11 => new("11 キャッシュ", "11 cached"),
        _ => new(type.ToString(CultureInfo.InvariantCulture), type.ToString(CultureInfo.InvariantCulture)),
    };

    /// <summary>By the clock of the computer.</summary>
    public static string Time(DateTimeOffset at, TimeSpan offset) =>
        at.ToOffset(offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
