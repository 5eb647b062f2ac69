using System.Collections.Generic;

namespace MedHardening.Reports;

public static partial class Reasons
{
    // What a check could not find out.
    private static Dictionary<string, Reason> OfChecks => new()
    {
        ["BaselineSilent"] = new(
            new("ベースラインに基準がない", "The baseline does not say what is wanted"),
            new("ベースラインに値を書く", "Write the value into the baseline")),
        ["PolicyNotDelivered"] = new(
            new("グループポリシーで配布された値がない", "No value was delivered by Group Policy"),
            new("ドメインのポリシーで定めるか、機器の上で確かめて施設記録に残す", "Set it by the domain's policy, or confirm it on the computer and record it")),
        ["PasswordRuleNotKnown"] = new(
            new("この年度のガイドラインに、その方式のパスワードの基準がない", "The guideline of this year has no such rule for passwords"),
            new("チェックリストの guidelineVersion と、ベースラインの branch を確かめる", "Check guidelineVersion in the checklist and branch in the baseline")),
        ["PolicyProvesNoBranch"] = new(
            new("配布された値だけでは、どの方式も裏付けられない", "The delivered values alone prove no branch of the rule"),
            new("記号の使用や二要素認証など、値に現れないことを確認書で示す", "Attest what the values do not show, such as symbols or a second factor")),
        ["ReleaseNotListed"] = new(
            new("この版のWindowsはサポート期限の一覧にない", "This release of Windows is not in the list of support dates"),
            new("新しい版のこのツールを使うか、サポート期限を確かめて記録する", "Use a newer version of this tool, or confirm the support date and record it")),
        ["UnexpectedValue"] = new(
            new("値の型または内容が想定と違う", "A value of an unexpected type or content"),
            new("その値を設定した製品や手順を確かめ、ポリシーで設定し直す", "Find out what set the value, and set it by policy")),
        ["NotConfigured"] = new(
            new("ポリシーで設定されていない", "Not configured by policy"),
            new("グループポリシーで値を定める", "Set the value by Group Policy")),
        ["RemoteShellUnavailable"] = new(
            new("遠隔からは読めない設定", "Cannot be read from afar"),
            new("台帳の操作を「可」にして --allow-remote-shell（-AllowRemoteShell）を付けるか、機器の上で測る",
                "Allow it with --allow-remote-shell (-AllowRemoteShell) on computers that the ledger lets be written to, or measure on the computer itself")),
    };
}
