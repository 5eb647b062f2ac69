using System.Collections.Generic;

namespace MedHardening.Reports;

public static partial class Reasons
{
    // Why a computer was not changed, or not with success.
    private static Dictionary<string, Reason> OfChanges => new()
    {
        ["NotInLedger"] = new(
            new("台帳にない", "Not in the ledger"),
            new("-Ledger で台帳を指定し、機器を登録する。検証環境だけなら -NoLedger", "Name the ledger with -Ledger and enter the computer; -NoLedger for a lab only")),
        ["NotWritable"] = new(
            new("台帳の操作が「可」でない", "The ledger does not permit changes (操作)"),
            new("変更してよい機器なら、台帳の操作を「可」にする", "Write 可 (Writable) into the ledger if it may be changed")),
        ["OutsideWindow"] = new(
            new("作業時間帯の外", "Outside the maintenance window"),
            new("台帳の作業時間帯に実行するか、承知の上で -Force を付ける", "Run it within the window of the ledger, or add -Force knowingly")),
        ["WrongSerial"] = new(
            new("シリアル番号が台帳や記録と違う", "The serial number differs from the ledger or the journal"),
            new("台帳のシリアルとアドレス、機器の入れ替えを確かめる", "Check serial and address in the ledger, and whether the computer was replaced")),
        ["NotRestorable"] = new(
            new("今の値を元に戻せないため変更しない", "What is there could not be put back, so it is not changed"),
            new("型が REG_EXPAND_SZ などの値は、機器の上で確かめて変更する", "Change values of types such as REG_EXPAND_SZ on the computer itself")),
        ["NotRepairable"] = new(
            new("自動では直せない", "Cannot be repaired by the tool"),
            new("ベースラインの値か、機器の設定を人が直す", "Change the baseline, or the computer by hand")),
        ["Excepted"] = new(
            new("施設記録の例外により変更しない", "Left as it is by an exception of the facility record"),
            new("例外を終えるときは、施設記録から消す", "Delete the exception from the facility record when it ends")),
        ["RoleUnknown"] = new(
            new("区分がベースラインにない", "The role is not in the baseline"),
            new("台帳の区分かベースラインを直す", "Correct the role in the ledger, or the baseline")),
        ["Contradicting"] = new(
            new("一つの設定に二つの異なる値が求められている", "Two different values are wanted for one setting"),
            new("ベースラインの矛盾を直す", "Resolve the contradiction in the baseline")),
        ["WouldCutOff"] = new(
            new("管理用の接続を失うおそれのある変更", "The change could cut off the management connection"),
            new("機器の前で行うか、承知の上で -Force を付ける", "Do it at the computer, or add -Force knowingly")),
        ["ChangedSince"] = new(
            new("計画や変更の後に、ほかの人または仕組みが変更した", "Somebody or something else has changed it since"),
            new("違いを確かめ、計画し直す。戻す場合は承知の上で -Force", "Look at the difference and plan again; to take it back all the same, -Force")),
        ["CanaryFailed"] = new(
            new("先行した機器が確認できなかったため着手しない", "Not begun: a computer that went first was not verified"),
            new("先行した機器の結果を確かめる", "Look at the result of the computers that went first")),
        ["NotBegun"] = new(
            new("中断したため着手しない", "Not begun: the run was stopped"),
            new("もう一度実行する", "Run it again")),
        ["Interrupted"] = new(
            new("途中で終わり、一部だけ変更されたおそれがある", "The run died in the middle; some of it may be in force"),
            new("Undo-MedChange で元に戻すか、もう一度実行する", "Take it back with Undo-MedChange, or run it again")),
        ["Overwritten"] = new(
            new("書いた値が別の値に変わった", "What was written has been overwritten"),
            new("その値を設定するポリシーや製品を確かめる", "Find out which policy or product sets it")),
        ["OverwrittenByPolicy"] = new(
            new("グループポリシーが上書きした", "Group Policy has overwritten it"),
            new("示されたGPOで設定する", "Set it in the policy that is named")),
        ["PolicyWillOverwrite"] = new(
            new("グループポリシーが次の更新で上書きする", "Group Policy will overwrite it at its next refresh"),
            new("示されたGPOで設定する", "Set it in the policy that is named")),
        ["StillNotAsWanted"] = new(
            new("書いた後も検査に合格しない", "All is written, and the check still fails"),
            new("再起動の要否と、ほかの設定を確かめる", "See whether a restart is needed, or another setting decides")),
        ["JournalNotWritten"] = new(
            new("変更の記録を書けない", "The journal cannot be written"),
            new("記録先のディスクの空きと権限を確かめる", "Check free space and permissions where journals are kept")),
    };
}
