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
        ["DomainController"] = new(
            new("ドメインコントローラには自身のアカウントがない", "A domain controller has no accounts of its own"),
            new("ドメインのアカウントとして点検する", "They are checked as accounts of the domain")),
        ["NotAServer"] = new(
            new("Windows Server ではない", "Not a Windows Server"),
            new("することはない", "Nothing to do")),
        ["NoPortList"] = new(
            new("ベースラインにポートの一覧がない", "The baseline lists no ports"),
            new("サービスの基準でポートも判断するか、tcp と udp に一覧を書く", "Decide about ports in the service baseline, or list them as 'tcp' and 'udp'")),
        ["NoSignInSeen"] = new(
            new("この機器でのサインインの記録がないアカウントがある", "An account has no recorded sign-in at this computer"),
            new("使われているか確かめ、不要なら無効にし、必要なら理由を記録して kept に加える", "Find out whether it is used: disable it, or record why it is kept and add it to 'kept'")),
        ["UpdateDateUnclear"] = new(
            new("更新プログラムの適用日を読み取れない", "The date of the newest update cannot be read"),
            new("機器の更新履歴で確かめる", "Look at the update history of the computer")),
        ["SignaturesNotReadable"] = new(
            new("ウイルス対策の定義ファイルの新しさを読み取れない", "The age of the antivirus signatures cannot be read"),
            new("製品の管理画面で確かめて記録する", "Confirm it in the console of the product and record it")),
        ["ProductNotListed"] = new(
            new("一覧にある製品が見つからない", "No product of the list was found"),
            new("使っている製品をベースラインの products に書くか、確かめて記録する", "Write the product in use into 'products' in the baseline, or confirm and record it")),
        ["ProviderUnproven"] = new(
            new("一覧にない資格情報プロバイダーがあり、パスワードだけで入れるか分からない", "Credential providers that are not listed: a password alone may or may not be enough"),
            new("二要素認証の製品なら、その CLSID をベースラインの enforcingProviders に書く", "If one is a product for two factors, write its CLSID into 'enforcingProviders'")),
        ["NoRecordSeen"] = new(
            new("ログの最も古い記録を読み取れない", "The oldest record of the log cannot be read"),
            new("機器のイベント ビューアーで確かめる", "Look at it in the Event Viewer of the computer")),
        ["NoCopySeen"] = new(
            new("ボリューム シャドウ コピーがない", "There are no volume shadow copies"),
            new("バックアップを別の方法で取っているなら、その記録で確かめる", "If backups are made in another way, confirm them by their records")),
        ["RemoteShellUnavailable"] = new(
            new("遠隔からは読めない設定", "Cannot be read from afar"),
            new("台帳の操作を「可」にして --allow-remote-shell（-AllowRemoteShell）を付けるか、機器の上で測る",
                "Allow it with --allow-remote-shell (-AllowRemoteShell) on computers that the ledger lets be written to, or measure on the computer itself")),
    };
}
