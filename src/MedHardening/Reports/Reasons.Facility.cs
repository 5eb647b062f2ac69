using System.Collections.Generic;

namespace MedHardening.Reports;

public static partial class Reasons
{
    // What a facility's record lacks, and why an answer should be looked at again.
    private static Dictionary<string, Reason> OfFacility => new()
    {
        ["RecordIncomplete"] = new(
            new("施設記録がそろっていない", "The facility record is not complete"),
            new("値のない項目と期限の過ぎた項目を施設記録に書く", "Write what is missing or out of date into the facility record")),
        ["NoVendorContract"] = new(
            new("契約している事業者がない（記入不要）", "There is no vendor under contract (not required)"),
            new("契約したときに記入する", "Fill it in when there is a contract")),
        ["NoPlan"] = new(
            new("計画中のシステムがない", "No system is planned for"),
            new("対処は不要", "Nothing to do")),
        ["Contradicted"] = new(
            new("測定または記録と食い違う", "A measurement or the record contradicts it"),
            new("食い違いを直すか、例外として記録し、回答を確かめる", "Repair it or record an exception, and check the answer")),
        ["ComputersNotMeasured"] = new(
            new("未測定の機器がある", "Some computers were not measured"),
            new("測り直すか、例外または事業者の回答を記録する", "Measure again, or record an exception or the vendor's answer")),
        ["ResultsUnknown"] = new(
            new("不明な結果がある", "Some results are unknown"),
            new("不明の理由を確かめて測り直す", "Look at the reasons and measure again")),
        ["EvidenceMissing"] = new(
            new("証跡がない", "There is no evidence"),
            new("書類を evidence に書く", "Name the documents in 'evidence'")),
        ["PersonMissing"] = new(
            new("回答者の氏名・役職がない", "Name and title of the person are missing"),
            new("by に氏名と役職を書く", "Write name and title into 'by'")),
        ["ConfirmationDateMissing"] = new(
            new("確認日がない", "The day of confirmation is missing"),
            new("confirmedOn に確認した日を書く", "Write the day into 'confirmedOn'")),
        ["ConfirmedLater"] = new(
            new("確認日が判定の基準日より後", "It was confirmed after the day of the judgement"),
            new("確認日と基準日を確かめる", "Check both days")),
        ["ConfirmedInAnotherYear"] = new(
            new("確認日がこの年度ではない", "It was confirmed in another fiscal year"),
            new("この年度に確認し直す", "Confirm it again this year")),
        ["TargetDateMissing"] = new(
            new("「いいえ」の目標日がない", "The No has no target date"),
            new("年度内の目標日を書く", "Write a target date within the fiscal year")),
        ["TargetDatePassed"] = new(
            new("目標日が過ぎている", "The target date has passed"),
            new("実施したか確かめ、回答か目標日を改める", "Check whether it was done, and renew answer or date")),
        ["DocumentNotNamed"] = new(
            new("書類が記録されていない", "No document is named"),
            new("書類の path を書く", "Write the path of the document")),
        ["DocumentMissing"] = new(
            new("書類のファイルがない", "The file of the document is missing"),
            new("ファイルを元に戻すか、path を直す", "Bring the file back, or correct the path")),
        ["DocumentUnreadable"] = new(
            new("書類のファイルを読めない（権限、または512 MB超）", "The file of the document cannot be read (no right, or over 512 MB)"),
            new("権限と大きさを確かめる", "Check rights and size")),
        ["DocumentNotHashed"] = new(
            new("書類のSHA-256が記録されていない", "The SHA-256 of the document is not recorded"),
            new("内容を確かめ、Get-FileHash の値を sha256 に書く", "Look at it and write its Get-FileHash into 'sha256'")),
        ["DocumentChanged"] = new(
            new("書類が変わっている", "The document has changed since it was recorded"),
            new("変わった理由と内容を確かめ、よければ sha256 を書き直す", "Find out why; if it is right, renew 'sha256'")),
        ["DocumentExpired"] = new(
            new("書類の期限が過ぎている", "The document has expired"),
            new("新しい書類にする", "Replace it")),
        ["DocumentDatedLater"] = new(
            new("書類の日付が判定の基準日より後", "The document is dated after the day of the judgement"),
            new("日付を確かめる", "Check the date")),
    };
}
