using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MedHardening.Baselines;
using MedHardening.Fleet;
using Xunit;

namespace MedHardening.Tests.Baselines;

public class LedgerTests
{
    [Fact]
    public void Every_column_is_read_in_any_order_and_others_are_ignored()
    {
        LedgerComputer computer = Read("""
            OS,設置場所,資産番号,シリアル,操作,ベンダー,ポート,アドレス,コンピュータ名,区分
            Windows 11 Pro,1階 受付,A-7,SN123,可,見本システム,5986,192.0.2.7,UKETSUKE-01,端末PC
            """).Single();
        Assert.Equal(("UKETSUKE-01", "192.0.2.7", "client", Handling.Writable, 2), (computer.Name, computer.Address, computer.Role, computer.Handling, computer.Line));
        Assert.Equal((5986, "見本システム", "SN123", "1階 受付", "Windows 11 Pro"), (computer.Port, computer.Vendor, computer.Serial, computer.Place, computer.OperatingSystem));
    }

    [Theory]
    [InlineData("name,role,address,port,vendor,handling,serial,place,OS")]
    [InlineData("Name,Role,Address,Port,Vendor,Handling,Serial,Place,os")]
    [InlineData("名称,区分,IPアドレス,ポート,事業者,操作,シリアル,設置場所,OS")]
    [InlineData("　名称　,ｒｏｌｅ,ＩＰアドレス,ポート,ベンダ,操作,シリアル番号,設置場所,ＯＳ")]
    public void A_header_is_Japanese_or_English(string header)
    {
        LedgerComputer computer = Read(header + "\nA-1,server,h.example,22,V,Writable,S,P,Linux\n").Single();
        Assert.Equal(
            new LedgerComputer("A-1", "h.example", "server", Handling.Writable, 2) { Port = 22, Vendor = "V", Serial = "S", Place = "P", OperatingSystem = "Linux" },
            computer);
    }

    [Theory]
    [InlineData("", Handling.ReadOnly)]
    [InlineData("参照のみ", Handling.ReadOnly)]
    [InlineData("ReadOnly", Handling.ReadOnly)]
    [InlineData("可", Handling.Writable)]
    [InlineData("writable", Handling.Writable)]
    [InlineData("接触不可", Handling.NotContactable)]
    [InlineData("NotContactable", Handling.NotContactable)]
    [InlineData("　接触不可　", Handling.NotContactable)]
    public void How_far_the_tool_may_go(string written, Handling handling) =>
        Assert.Equal(handling, Read($"name,role,handling\nA,client,{written}\n").Single().Handling);

    [Theory]
    [InlineData("サーバ", "server")]
    [InlineData("サーバー", "server")]
    [InlineData("端末ＰＣ", "client")]
    [InlineData("ネットワーク機器", "network")]
    [InlineData("CT室", "CT室")]
    public void A_role_is_a_word_of_the_form_or_of_the_baseline(string written, string role) =>
        Assert.Equal(role, Read($"name,role\nA,{written}\n").Single().Role);

    [Theory]
    [InlineData("PC-01")]
    [InlineData("pc_01.hospital.example")]
    [InlineData("受付-1")]
    [InlineData("サーバー1")]
    public void A_name_may_be_what_Windows_allows(string name) => Assert.Equal(name, Read($"name,role\n{name},client\n").Single().Name);

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("2001:db8::1")]
    [InlineData("pc-01.hospital.example")]
    public void An_address_is_a_number_or_a_name(string address) =>
        Assert.Equal(address, Read($"name,role,address\nA,client,{address}\n").Single().Address);

    [Fact]
    public void Full_width_letters_and_digits_are_the_ordinary_ones()
    {
        LedgerComputer computer = Read("名称,区分,アドレス,ポート\nＰＣ－０１,端末PC,１９２．０．２．１,５９８５\n").Single();
        Assert.Equal(("PC-01", "192.0.2.1", 5985), (computer.Name, computer.Address, computer.Port));
    }

    [Fact]
    public void Cells_in_quotation_marks_hold_commas_line_breaks_and_quotation_marks()
    {
        IReadOnlyList<LedgerComputer> ledger = Read("name,role,place\r\n\"A\",client,\"1階,\r\n\"\"受付\"\"\"\r\nB,client,x\r\n");
        Assert.Equal("1階,\n\"受付\"", ledger[0].Place);
        Assert.Equal([2, 4], ledger.Select(c => c.Line));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_end_as_on_any_system(string end) =>
        Assert.Equal([2, 4], Read($"name,role{end}A,client{end}{end}B,client").Select(c => c.Line));

    [Fact]
    public void Lines_without_content_and_the_type_line_of_Export_Csv_are_passed_over() =>
        Assert.Equal(["A", "B"], Read("#TYPE System.Object\n\"name\",\"role\"\n\nA,client,\n , ,\nB,client\n").Select(c => c.Name));

    [Fact]
    public void A_formula_is_just_text() => Assert.Equal(
        ["=1+1", "@x", "-"], Read("name,role,place\nA,client,=1+1\nB,client,@x\nC,client,-\n").Select(c => c.Place));

    [Fact]
    public void A_network_device_may_have_any_name() => Assert.Equal("コアスイッチ (3F)", Read("name,role\nコアスイッチ (3F),network\n").Single().Name);

    [Fact]
    public void A_ledger_without_computers_is_empty() => Assert.Empty(Read("name,role\n"));

    [Fact]
    public void A_written_ledger_is_for_spreadsheets_and_safe_in_them()
    {
        using var stream = new MemoryStream();
        LedgerWriter.Write(stream, [new LedgerComputer("A", "A", "client", Handling.NotContactable, 0) { Vendor = "=cmd|' /C calc'!A0", Place = "1,\"2\"" }]);
        Assert.Equal(
            "\uFEFF\"名称\",\"アドレス\",\"ポート\",\"区分\",\"ベンダー\",\"操作\",\"シリアル\",\"設置場所\",\"OS\",\"作業時間帯\"\r\n"
                + "\"A\",\"\",\"\",\"端末PC\",\"'=cmd|' /C calc'!A0\",\"接触不可\",\"\",\"1,\"\"2\"\"\",\"\",\"\"\r\n",
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void What_was_written_is_read_again()
    {
        LedgerComputer[] ledger =
        [
            new("SV-1", "192.0.2.1", "server", Handling.Writable, 2) { Port = 5986, Vendor = "=x", Serial = "-7", Place = "+1階, 奥", OperatingSystem = "Windows" },
            new("CT-1", "CT-1", "CT室", Handling.NotContactable, 3) { Vendor = "'引用" },
            new("PC-1", "PC-1", "client", Handling.Writable, 4) { Window = MaintenanceWindow.Parse("土日 22:00-06:00") },
            new("SW-1", "192.0.2.254", "network", Handling.ReadOnly, 5),
        ];
        using var stream = new MemoryStream();
        LedgerWriter.Write(stream, ledger);
        Assert.Equal(ledger, Read(Encoding.UTF8.GetString(stream.ToArray())));
    }

    private static IReadOnlyList<LedgerComputer> Read(string text)
    {
        using var file = new TextFile(text, ".csv");
        return LedgerReader.Read(file.Path);
    }
}
