namespace MedHardening.Simulator.Shells;

/// <summary>
/// Subcategories of the audit policy (MS-GPAC §2.2.1.2): the end of the first part of the GUID, the English name, a Japanese one. Not all of
/// them; the Japanese names are not verified on Windows, and nobody should read them.
/// </summary>
internal static class AuditSubcategories
{
    public static readonly (string Part, string English, string Japanese)[] All =
    [
        ("9210", "Security State Change", "セキュリティ状態の変更"),
        ("9212", "System Integrity", "システムの整合性"),
        ("9214", "Other System Events", "その他のシステム イベント"),
        ("9215", "Logon", "ログオン"),
        ("9216", "Logoff", "ログオフ"),
        ("9217", "Account Lockout", "アカウント ロックアウト"),
        ("921b", "Special Logon", "特殊なログオン"),
        ("922b", "Process Creation", "プロセス作成"),
        ("922f", "Audit Policy Change", "監査ポリシーの変更"),
        ("9230", "Authentication Policy Change", "認証ポリシーの変更"),
        ("9235", "User Account Management", "ユーザー アカウント管理"),
        ("9237", "Security Group Management", "セキュリティ グループ管理"),
        ("923f", "Credential Validation", "資格情報の確認"),
        ("9245", "Removable Storage", "リムーバブル記憶域"),
        ("9248", "Plug and Play Events", "プラグ アンド プレイ イベント"),
    ];

    public static string Guid(string part) => "{0CCE" + part.ToUpperInvariant() + "-69AE-11D9-BED3-505054503030}";

    public static string Words(int setting, bool japanese) => setting switch
    {
        1 => japanese ? "成功" : "Success",
        2 => japanese ? "失敗" : "Failure",
        3 => japanese ? "成功および失敗" : "Success and Failure",
        _ => japanese ? "監査なし" : "No Auditing",
    };
}
