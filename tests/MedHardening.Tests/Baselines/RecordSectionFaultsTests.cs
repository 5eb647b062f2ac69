using Xunit;

namespace MedHardening.Tests.Baselines;

/// <summary>Each rule of the sections of a facility record, broken once.</summary>
public class RecordSectionFaultsTests
{
    private const string Head = "schema: medhardening/facility/1\nfacility: {name: 見本病院, kind: 病院}\n";

    [Theory]
    [InlineData("path: ▼/etc/hosts", "同じフォルダー", "a relative path")]
    [InlineData("path: ▼C:\\a.pdf", "同じフォルダー", "a relative path")]
    [InlineData("path: ▼\\\\server\\share\\a.pdf", "同じフォルダー", "a relative path")]
    [InlineData("path: ▼evidence/../../a.pdf", "同じフォルダー", "a relative path")]
    [InlineData("path: ▼'evidence//a.pdf'", "同じフォルダー", "a relative path")]
    [InlineData("path: ▼' '", "同じフォルダー", "a relative path")]
    [InlineData("sha256: ▼abc", "16進数64文字", "64 hexadecimal digits")]
    [InlineData("sha256: ▼zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", "16進数64文字", "64 hexadecimal digits")]
    [InlineData("date: 2025-05-02, expires: ▼2025-05-01", "書類の日付より前", "before its own day")]
    [InlineData("date: ▼令和7年13月1日", "実在する日付", "a day that exists")]
    [InlineData("▼pth: a.pdf", "「path」のことですか", "Did you mean 'path'?")]
    public void A_document(string marked, string ja, string en)
    {
        Expect.Fault(Head + "attestations:\n- {row: 2-9, answer: はい, evidence: [{" + marked + "}]}\n", ja, en);
        Expect.Fault(Head + "safetyOfficer: {document: {" + marked + "}}\n", ja, en);
    }

    [Theory]
    [InlineData("safetyOfficer: {appointedOn: 2025-04-01, until: ▼2025-03-31}", "任命日より前", "before the appointment")]
    [InlineData("safetyOfficer: {deputy: ▼{name: 山田}}", "役職（title:）がありません", "the title is missing")]
    [InlineData("safetyOfficer: {▼apointedOn: 2025-04-01}", "「appointedOn」のことですか", "Did you mean 'appointedOn'?")]
    [InlineData("assetLedger: {explained: [▼{name: PC9}]}", "「reason:」がありません", "'reason:' is missing")]
    [InlineData("assetLedger: {explained: [{name: PC9, reason: ▼' '}]}", "内容がありません", "it is blank")]
    [InlineData("vendors: [▼{contract: true}]", "「name:」がありません", "'name:' is missing")]
    [InlineData("vendors: [{name: ▼''}]", "内容がありません", "it is blank")]
    [InlineData("vendors: [{name: A, systems: [{name: EHR}, {name: ▼EHR}]}]", "同じ名前のシステム", "two systems have the same name")]
    [InlineData("vendors: [{name: A, systems: [{name: ▼' '}]}]", "内容がありません", "it is blank")]
    [InlineData("vendors: [{name: A, remoteMaintenance: {used: ▼true}}]", "「hosts:」に書いて", "name the devices in 'hosts:'")]
    [InlineData("vendors: [{name: A, remoteMaintenance: {used: false, hosts: ▼[CT]}}]", "食い違っています", "contradict each other")]
    [InlineData("networkDevices: [{name: ▼' '}]", "内容がありません", "it is blank")]
    [InlineData("networkDevices: [{name: A, supportUntil: ▼2025-02-30}]", "実在する日付", "a day that exists")]
    [InlineData("removableMedia: {noneAllowed: true, register: ▼[{serial: A, custodian: b, purpose: c}]}", "食い違っています", "contradict each other")]
    [InlineData("removableMedia: {register: [{serial: A, custodian: b, purpose: c}, {serial: ▼a, custodian: b, purpose: c}]}", "同じ個体番号", "the same serial number")]
    [InlineData("removableMedia: {register: [▼{serial: A, custodian: b}]}", "「purpose:」がありません", "'purpose:' is missing")]
    [InlineData("twoFactor: {systems: [{name: HIS, factors: [▼指紋]}]}", "使えるのは次のとおり", "Known: knowledge")]
    [InlineData("twoFactor: {systems: [{name: HIS, factors: [知識], implementedOn: ▼2025-04-01}]}", "異なる要素が二つありません", "no two different factors")]
    [InlineData("accessLog: {retention: {years: ▼0}}", "1から100まで", "from 1 to 100")]
    [InlineData("accessLog: {retention: {basis: ▼慣例}}", "使えるのは次のとおり", "Known: statutory")]
    [InlineData("accessLog: {review: {everyMonths: ▼13}}", "1から12まで", "from 1 to 12")]
    [InlineData("accessLog: {review: {lastOn: ▼2025-05-01}}", "確認の結果（result:）がありません", "'result:' of the review is missing")]
    [InlineData("network: {noRemoteAccess: true, remoteAccess: ▼[{name: A}]}", "食い違っています", "contradict each other")]
    [InlineData("network: {remoteAccess: [{name: A, allowed: [203.0.113.5, ▼203.0.113.300]}]}", "アドレス（203.0.113.5）", "write an address")]
    [InlineData("network: {remoteAccess: [{name: A, allowed: [▼203.0.113.0/33]}]}", "アドレス（203.0.113.5）", "write an address")]
    [InlineData("network: {remoteAccess: [{name: A, allowed: [▼'203.0.113']}]}", "アドレス（203.0.113.5）", "write an address")]
    [InlineData("network: {remoteAccess: [{name: A, country: ▼日本}]}", "大文字2字", "two capital letters")]
    [InlineData("contacts: {external: [{category: ▼消防}]}", "使えるのは次のとおり", "Known: ministry")]
    [InlineData("contacts: {external: [▼{organisation: A}]}", "「category:」がありません", "'category:' is missing")]
    [InlineData("backup: {copies: [{name: A, medium: ▼フロッピー, place: b}]}", "使えるのは次のとおり", "Known: hdd")]
    [InlineData("backup: {copies: [{name: A, medium: HDD, place: b, generations: ▼0}]}", "1から10000まで", "from 1 to 10000")]
    [InlineData("backup: {purposes: [▼保管]}", "使えるのは次のとおり", "Known: restore")]
    [InlineData("backup: {restoreTests: [▼{on: 2025-05-01, target: EHR}]}", "「restored:」がありません", "'restored:' is missing")]
    [InlineData("backup: {restoreTests: [{on: 2025-05-01, target: ▼'', restored: true}]}", "内容がありません", "it is blank")]
    [InlineData("bcp: {drills: [▼{on: 2025-05-01}]}", "「scenario:」がありません", "'scenario:' is missing")]
    [InlineData("regulations: {articles: {2-99: ▼第1条}}", "チェックリストに「2-99」はありません", "the checklist has no '2-99'")]
    [InlineData("regulations: {articles: {2-⑨: 第1条, 2-9: ▼第2条}}", "「2-⑨」と同じ項目", "the same item as '2-⑨'")]
    [InlineData("regulations: {templateChapters: {13: ▼第13章}}", "1から12まで", "are 1 to 12")]
    [InlineData("education: [{on: 2025-05-01, audience: 全職員, items: [2-⑨, ▼2-99]}]", "チェックリストに「2-99」はありません", "the checklist has no '2-99'")]
    [InlineData("education: [▼{on: 2025-05-01}]", "「audience:」がありません", "'audience:' is missing")]
    [InlineData("procurement: [{item: ▼2-99, clause: A}]", "チェックリストに「2-99」はありません", "the checklist has no '2-99'")]
    [InlineData("procurement: [{item: 2-9, clause: ▼' '}]", "内容がありません", "it is blank")]
    public void A_section(string marked, string ja, string en) => Expect.Fault(Head + marked + "\n", ja, en);
}
