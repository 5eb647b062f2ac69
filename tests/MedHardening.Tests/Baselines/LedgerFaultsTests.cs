using Xunit;

namespace MedHardening.Tests.Baselines;

public class LedgerFaultsTests
{
    [Theory]
    [InlineData("", "台帳が空です", "the ledger is empty")]
    [InlineData("\n , \n", "台帳が空です", "the ledger is empty")]
    [InlineData("▼name\trole\nA\tclient\n", "タブかセミコロン", "tabs or semicolons")]
    [InlineData("▼name;role\nA;client\n", "タブかセミコロン", "tabs or semicolons")]
    [InlineData("name,role,▼名称\nA,client,B\n", "「名称」の列が二つ", "two columns for '名称'")]
    public void The_header_of_a_ledger(string marked, string ja, string en) => Expect.Fault(marked, ja, en, ".csv");

    [Theory]
    [InlineData("機器,区分\nA,client\n", "「名称」の列がありません", "no column '名称' (name)", "見つかったのは: 機器, 区分")]
    [InlineData("名称,アドレス\nA,192.0.2.1\n", "「区分」の列がありません", "no column '区分' (role)", "見つかったのは: 名称, アドレス")]
    public void A_missing_column_is_told_with_those_that_were_found(string text, string ja, string en, string found)
    {
        var fault = Assert.Single(Expect.Faults(text, ".csv"));
        Assert.Equal((1, 0), (fault.Line, fault.Column));
        Assert.Contains(ja, fault.Message.Ja);
        Assert.Contains(found, fault.Message.Ja);
        Assert.Contains(en, fault.Message.En);
    }

    [Theory]
    [InlineData("▼,client,,,\n", "名称がありません", "the name is missing")]
    [InlineData("A,▼,,,\n", "区分がありません", "the role is missing")]
    [InlineData("▼A B,client,,,\n", "「A B」はコンピュータ名になりません", "'A B' cannot be a computer name")]
    [InlineData("▼192.0.2.1,client,,,\n", "IPアドレスは「アドレス」の列", "an IP address belongs in the address column")]
    [InlineData("▼-A,client,,,\n", "コンピュータ名になりません", "cannot be a computer name")]
    [InlineData("▼A..b,client,,,\n", "コンピュータ名になりません", "cannot be a computer name")]
    [InlineData("▼a/../b,client,,,\n", "コンピュータ名になりません", "cannot be a computer name")]
    [InlineData("▼=1+1,client,,,\n", "コンピュータ名になりません", "cannot be a computer name")]
    [InlineData("▼aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff1234,client,,,\n", "コンピュータ名になりません", "cannot be a computer name")]
    [InlineData("A,client,▼192.0.2.256,,\n", "「192.0.2.256」はアドレスになりません", "'192.0.2.256' cannot be an address")]
    [InlineData("A,client,▼192.0.2,,\n", "アドレスになりません", "cannot be an address")]
    [InlineData("A,client,▼192.000.2.1,,\n", "アドレスになりません", "cannot be an address")]
    [InlineData("A,client,▼192.0.2.1:5985,,\n", "「ポート」の列", "a port has its own column")]
    [InlineData("A,client,▼http://a/wsman,,\n", "アドレスになりません", "cannot be an address")]
    [InlineData("A,client,,▼0,\n", "「0」はポート番号になりません", "'0' cannot be a port")]
    [InlineData("A,client,,▼65536,\n", "1から65535まで", "from 1 to 65535")]
    [InlineData("A,client,,▼http,\n", "ポート番号になりません", "cannot be a port")]
    [InlineData("A,client,,,▼参照\n", "「参照のみ」のことですか", "Did you mean '参照のみ'?")]
    [InlineData("A,client,,,▼readonyl\n", "「ReadOnly」のことですか", "Did you mean 'ReadOnly'?")]
    [InlineData("A,client,,,,▼x\n", "見出しより多くの列", "more cells than columns")]
    [InlineData("A,client,,,▼\"可\n", "引用符（\"）が閉じていません", "never closed")]
    [InlineData("A,\"client\"▼x,,,\n", "閉じた引用符の後に文字", "text after the closing quotation mark")]
    [InlineData("A,client,,,\n▼a,client,,,\n", "「a」は2行目にもあります", "'a' is also on line 2")]
    [InlineData("A,client,,,\n▼a,server,,,\n", "二つの区分があります（2行目は client、ここは server）", "has two roles (client on line 2, server here)")]
    public void A_line_of_a_ledger(string marked, string ja, string en) =>
        Expect.Fault("name,role,address,port,handling\n" + marked, ja, en, ".csv");

    [Fact]
    public void All_mistakes_are_told_at_once() => Assert.Equal(
        [(2, 1), (2, 3), (4, 3), (4, 4)],
        Expect.Places("name,role,port\n?,,\n\"B\",client,5\nC,,x\n", ".csv"));

    [Fact]
    public void A_cell_after_a_line_break_in_quotation_marks_keeps_its_place() =>
        Assert.Equal([(3, 6)], Expect.Places("place,role,port,name\n\"1\n2\",x,0,A\n", ".csv"));

    [Fact]
    public void A_character_that_acts_instead_of_showing_is_told() =>
        Assert.Equal([(2, 2)], Expect.Places("name,role\nA\u200B,client\n", ".csv"));
}
