using System.IO;
using System.Linq;
using System.Text;
using MedHardening.Baselines;
using Xunit;

namespace MedHardening.Tests.Baselines;

/// <summary>What is wrong with a file before anybody asks what it says.</summary>
public class YamlFaultsTests
{
    [Theory]
    [InlineData("", "内容がありません", "empty")]
    [InlineData("# 見出しだけ\n", "内容がありません", "empty")]
    [InlineData("▼- a\n", "「キー: 値」", "'key: value'")]
    [InlineData("▼name: x\n", "「schema:」の行がありません", "no 'schema:' line")]
    [InlineData("schema: ▼medhardening/baselin/1\n", "「medhardening/baseline/1」のことですか", "Did you mean 'medhardening/baseline/1'?")]
    public void A_file_says_what_it_is(string marked, string ja, string en) =>
        Expect.Fault(marked, ja, en);

    [Theory]
    [InlineData("name: ▼\"x\n", "引用符", "unclosed quotes")]
    [InlineData("a: ▼[1\nb: 2\n", "括弧の閉じ忘れ", "brackets")]
    [InlineData("▼a: \"\\UFFFFFFFF\"\n", "YAMLとして読めません", "not YAML")]
    [InlineData("a: b▼: c\n", "コロンの後の空白", "space after the colon")]
    [InlineData("a: ▼@x\n", "YAMLとして読めません", "not YAML")]
    [InlineData("    :\n    :▼", "YAMLとして読めません", "not YAML")]
    [InlineData("a: 1\n▼b：2\n", "全角のコロン", "full-width colon")]
    [InlineData("a: 1\n▼b:\u3000c\n", "コロンの後が全角の空白", "full-width space after the colon")]
    [InlineData("a:\n  b: 1\n ▼\tc: 2\n", "タブ", "tab")]
    public void Text_that_is_not_YAML_is_told_with_its_place(string marked, string ja, string en) =>
        Expect.Fault(marked, ja, en);

    [Theory]
    [InlineData("roles: ▼&x {}\n", "アンカー", "anchors")]
    [InlineData("▼&x roles: {}\n", "アンカー", "anchors")]
    [InlineData("roles: ▼*x\n", "エイリアス", "aliases")]
    [InlineData("roles: ▼!!map {}\n", "タグ", "tags")]
    [InlineData("roles: ▼! {}\n", "タグ", "tags")]
    [InlineData("roles: ▼!!python/object:os.system {}\n", "タグ", "tags")]
    [InlineData("▼<<: {a: 1}\n", "差し込み", "merge keys")]
    [InlineData("? ▼[a, b]\n: 1\n", "キーには語", "a key must be a word")]
    [InlineData("roles: {}\n▼name: y\n", "「name」が二度書かれています（2行目", "'name' is written twice (also on line 2)")]
    [InlineData("▼---\nb: 2\n", "二つ目の文書", "a second document")]
    public void What_YAML_can_do_and_our_files_may_not(string marked, string ja, string en) =>
        Expect.Fault("schema: medhardening/baseline/1\nname: x\nprofile: mhlw-r7\n" + marked, ja, en);

    [Fact]
    public void What_is_refused_is_not_also_called_missing() => Expect.Fault("schema: ▼*x\n", "エイリアス", "aliases");

    [Theory]
    [InlineData('\u200B')]
    [InlineData('\u202E')]
    [InlineData('\u2028')]
    [InlineData('\0')]
    [InlineData('\u001B')]
    [InlineData('\uFEFF')]
    public void A_character_that_acts_instead_of_showing_is_told_with_its_place(char c)
    {
        Fault fault = Assert.Single(Expect.Faults("schema: x\nname: a" + c + "b\n"));
        Assert.Equal((2, 8), (fault.Line, fault.Column));
        Assert.Contains($"U+{(int)c:X4}", fault.Message.Ja);
        Assert.Contains($"U+{(int)c:X4}", fault.Message.En);
        Assert.Equal("name: a\uFFFDb", fault.LineText);
    }

    [Fact]
    public void Shift_JIS_is_told_at_its_first_character()
    {
        // "name: 基準" in code page 932: 基 is 8A EE.
        byte[] bytes = [.. "schema: x\nname: "u8, 0x8A, 0xEE, 0x8F, 0x80, (byte)'\n'];
        Fault fault = Assert.Single(Expect.Faults(bytes));
        Assert.Equal((2, 7), (fault.Line, fault.Column));
        Assert.Contains("Shift_JIS", fault.Message.Ja);
        Assert.Contains("Save it as UTF-8", fault.Message.En);
    }

    [Fact]
    public void UTF_16_is_told_as_what_it_is()
    {
        Fault fault = Assert.Single(Expect.Faults(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("schema: x")).ToArray()));
        Assert.Equal((0, 0), (fault.Line, fault.Column));
        Assert.Contains("UTF-16", fault.Message.Ja);
        Assert.Contains("UTF-16", fault.Message.En);
    }

    [Fact]
    public void A_byte_order_mark_is_no_fault_and_moves_no_column() =>
        Expect.Fault("\uFEFFschema: ▼x\n", "分かりません", "not known");

    [Fact]
    public void A_file_that_is_not_there_is_a_fault_of_that_file()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        Fault fault = Assert.Single(FileValidator.Validate(path));
        Assert.Equal((path, 0, 0), (fault.File, fault.Line, fault.Column));
        Assert.Contains("見つかりません", fault.Message.Ja);
        Assert.Contains("no such file", fault.Message.En);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_path_that_can_be_none_is_a_fault(string path) =>
        Assert.Contains("cannot be read", Assert.Single(FileValidator.Validate(path)).Message.En);

    [Fact]
    public void A_folder_is_a_fault()
    {
        Fault fault = Assert.Single(FileValidator.Validate(Path.GetTempPath()));
        Assert.Contains("フォルダー", fault.Message.Ja);
        Assert.Contains("folder", fault.Message.En);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_file()
    {
        (int, int)[] places = Expect.Places("""
            schema: medhardening/baseline/1
            profil: mhlw-r7
            defaults:
              approved-service: {}
              removable-storage-access: {deny: {usb: [read]}}
            """);
        Assert.Equal([(1, 1), (1, 1), (2, 1), (4, 3), (5, 37)], places);
    }

    [Fact]
    public void A_fault_shows_as_a_place_that_editors_open()
    {
        using var file = new TextFile("schema: x\n");
        InvalidFileException thrown = Assert.Throws<InvalidFileException>(() => BaselineReader.Read(file.Path));
        Assert.StartsWith(file.Path + "(1,9): ", thrown.Faults[0].In(Language.English), System.StringComparison.Ordinal);
        Assert.StartsWith(file.Path + "(1,9): ", thrown.Message, System.StringComparison.Ordinal);
    }
}
