using MedHardening.Baselines;
using Xunit;

namespace MedHardening.Tests.Baselines;

public class BaselineFaultsTests
{
    private const string Head = "schema: medhardening/baseline/1\nname: 試験\nprofile: mhlw-r7\n";

    [Theory]
    [InlineData("▼schema: medhardening/baseline/1\nprofile: mhlw-r7\n", "「name:」がありません", "'name:' is missing")]
    [InlineData("schema: medhardening/baseline/1\n▼name:\nprofile: mhlw-r7\n", "「name:」の値がありません", "'name:' has no value")]
    [InlineData("schema: medhardening/baseline/1\nname: ▼[x]\nprofile: mhlw-r7\n", "一覧や組は使えません", "a list or a map does not fit")]
    [InlineData("schema: medhardening/baseline/1\nname: x\nprofile: ▼mhlw-r17\n", "「mhlw-r7」のことですか", "Did you mean 'mhlw-r7'?")]
    [InlineData(Head + "▼roels: {}\n", "「roles」のことですか", "Did you mean 'roles'?")]
    [InlineData(Head + "▼\u3000roles: {}\n", "全角の空白", "full-width space")]
    [InlineData(Head + "roles: ▼[server]\n", "「キー: 値」の組", "'key: value' pairs")]
    public void The_head_of_a_baseline(string marked, string ja, string en) =>
        Expect.Fault(marked, ja, en);

    [Theory]
    [InlineData("defaults:\n  ▼aproved-services: {}\n", "「approved-services」のことですか", "Did you mean 'approved-services'?")]
    [InlineData("defaults:\n  ▼usb: {}\n", "「usb」という点検項目はありません", "no check 'usb'")]
    [InlineData("defaults:\n  approved-services: ▼true\n", "「キー: 値」の組", "'key: value' pairs")]
    [InlineData("defaults:\n  approved-services: {▼aproved: []}\n", "「approved」のことですか", "Did you mean 'approved'?")]
    [InlineData("defaults:\n  approved-services: {▼of: true}\n", "「off」のことですか", "Did you mean 'off'?")]
    [InlineData("defaults:\n  approved-services: {approved: ▼Spooler}\n", "ここには一覧", "write a list here")]
    [InlineData("defaults:\n  approved-services: {▼approved: }\n", "[] と書きます", "an empty list is []")]
    [InlineData("defaults:\n  approved-services: {approved: [A, ▼'*']}\n", "すべてを認める", "let everything pass")]
    [InlineData("roles:\n  server:\n    approved-services: {approved: [▼'**']}\n", "すべてを認める", "let everything pass")]
    [InlineData("defaults:\n  approved-services: {approved: [A, ▼null]}\n", "引用符で囲みます", "in quotes")]
    [InlineData("defaults:\n  removable-storage-access: {deny: {▼usb: [read]}}\n", "removableDisk", "removableDisk")]
    [InlineData("defaults:\n  removable-storage-access: {deny: {tape: [▼raed]}}\n", "「read」のことですか", "Did you mean 'read'?")]
    [InlineData("defaults:\n  removable-storage-access: {deny: ▼[tape]}\n", "「キー: 値」の組", "'key: value' pairs")]
    [InlineData("defaults:\n  removable-storage-access: {deny: {▼Tape: [read]}}\n", "「tape」のことですか", "Did you mean 'tape'?")]
    [InlineData("defaults:\n  delivered-password-policy: {maxAgeDays: ▼90}\n", "1から62まで", "from 1 to 62")]
    [InlineData("defaults:\n  delivered-password-policy: {branch: ▼d}\n", "any, a, b, c", "any, a, b, c")]
    [InlineData("defaults:\n  event-log-size: {minMegabytes: {System: ▼0}}\n", "1から2097151まで", "from 1 to 2097151")]
    [InlineData("defaults:\n  supported-windows: {extendedUntil: {19045: ▼2026-10}}\n", "実在する日付", "a day that exists")]
    [InlineData("roles:\n  server:\n    approved-services: {▼aproved: []}\n", "「approved」のことですか", "Did you mean 'approved'?")]
    public void The_checks_of_a_baseline(string marked, string ja, string en) =>
        Expect.Fault(Head + marked, ja, en);

    [Theory]
    [InlineData("approved-services: {off: ▼true}", "「reason:」に理由", "needs a 'reason:'")]
    [InlineData("approved-services: {off: ▼true, reason: ' '}", "「reason:」に理由", "needs a 'reason:'")]
    [InlineData("approved-services: {off: ▼'true', reason: x}", "true か false", "true or false without quotes")]
    [InlineData("approved-services: {reason: ▼x}", "「off: true」と一緒に", "belongs to 'off: true'")]
    public void A_check_is_switched_off_with_a_reason(string marked, string ja, string en)
    {
        string text = Head + "defaults:\n  " + marked + "\n";
        Expect.Is(Expect.Faults(Expect.Unmarked(text))[0], text, ja, en);
    }

    [Theory]
    [InlineData("roles:\n  ▼imaging: {}\n", "「is: server」か「is: client」", "needs 'is: server' or 'is: client'")]
    [InlineData("roles:\n  ▼imaging:\n", "「is: server」か「is: client」", "needs 'is: server' or 'is: client'")]
    [InlineData("roles:\n  imaging: {is: ▼network}\n", "server か client", "must be server or client")]
    [InlineData("roles:\n  imaging: {is: ▼[client]}\n", "server か client", "must be server or client")]
    [InlineData("roles:\n  client: {is: ▼server}\n", "「client」は公式の区分", "'client' is an official role")]
    [InlineData("roles:\n  ▼network: {}\n", "測定しない区分", "never measured")]
    [InlineData("roles:\n  ▼ネットワーク機器: {}\n", "測定しない区分", "never measured")]
    [InlineData("roles:\n  ▼'': {is: client}\n", "名前がありません", "no name")]
    [InlineData("roles:\n  server: {}\n  ▼サーバー: {}\n", "5行目と同じ", "same as the one on line 5")]
    [InlineData("roles:\n  CT: {is: client}\n  ▼ct: {is: client}\n", "5行目と同じ", "same as the one on line 5")]
    [InlineData("roles:\n  CT: ▼3\n", "「キー: 値」の組", "'key: value' pairs")]
    public void The_roles_of_a_baseline(string marked, string ja, string en) =>
        Expect.Fault(Head + marked, ja, en);

    [Fact]
    public void A_mistake_in_the_defaults_is_told_once_and_not_for_each_role() =>
        Expect.Fault(
            Head + "defaults:\n  approved-services: {▼aproved: []}\nroles: {a: {is: client}, b: {is: server}}\n",
            "「aproved」というキーはありません", "no key 'aproved'");

    [Fact]
    public void A_mistake_in_the_defaults_is_told_when_every_role_overrides_it() =>
        Expect.Fault(
            Head + "defaults:\n  approved-services: {approved: ▼x}\nroles:\n"
                + "  server: {approved-services: {approved: [A]}}\n  client: {approved-services: {approved: [A]}}\n",
            "ここには一覧", "write a list here");

    [Fact]
    public void Another_file_of_ours_is_not_a_baseline()
    {
        using var file = new TextFile("schema: medhardening/facility/1\n");
        Fault fault = Assert.Single(Assert.Throws<InvalidFileException>(() => BaselineReader.Read(file.Path)).Faults);
        Assert.Equal((1, 9), (fault.Line, fault.Column));
        Assert.Contains("「medhardening/baseline/1」のファイルを指定", fault.Message.Ja);
        Assert.Contains("Give a file of 'medhardening/baseline/1'", fault.Message.En);
    }
}
