using System.Collections.Generic;
using System.Linq;
using System.Text;
using MedHardening.Baselines;
using MedHardening.Fleet;
using Xunit;

namespace MedHardening.Tests.Baselines;

public class LedgerEncodingTests
{
    private const string Text = "名称,区分,操作\r\nSV-1,サーバ,可\r\n";

    // The same text in code page 932.
    private static readonly byte[] s_shiftJis =
    [
        0x96, 0xBC, 0x8F, 0xCC, (byte)',', 0x8B, 0xE6, 0x95, 0xAA, (byte)',', 0x91, 0x80, 0x8D, 0xEC, 0x0D, 0x0A,
        (byte)'S', (byte)'V', (byte)'-', (byte)'1', (byte)',', 0x83, 0x54, 0x81, 0x5B, 0x83, 0x6F, (byte)',', 0x89, 0xC2, 0x0D, 0x0A,
    ];

    [Fact]
    public void UTF_8() => Holds(new UTF8Encoding(false).GetBytes(Text));

    [Fact]
    public void UTF_8_with_a_byte_order_mark() => Holds([0xEF, 0xBB, 0xBF, .. new UTF8Encoding(false).GetBytes(Text)]);

    [Fact]
    public void Shift_JIS() => Holds(s_shiftJis);

    [Fact]
    public void UTF_16_little_endian() => Holds([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)]);

    [Fact]
    public void UTF_16_big_endian() => Holds([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)]);

    [Fact]
    public void Signs_of_code_page_932_that_are_not_in_the_Shift_JIS_standard()
    {
        // 設置場所 = ①室: the circled digit is an extension of NEC.
        byte[] place = [.. "name,role,place\nA,client,"u8, 0x87, 0x40, 0x8E, 0xBA];
        Assert.Equal("①室", Read(place).Single().Place);
    }

    [Fact]
    public void The_second_byte_of_a_character_may_look_like_a_backslash()
    {
        // 表 is 95 5C.
        byte[] place = [.. "name,role,place\nA,client,"u8, 0x95, 0x5C, (byte)'\n'];
        Assert.Equal("表", Read(place).Single().Place);
    }

    [Fact]
    public void Bytes_of_no_encoding_are_told_with_their_line()
    {
        Fault fault = Assert.Single(Expect.Faults([.. "name,role\nA,client\nB"u8, 0x85, 0xFF, .. ",client\n"u8], ".csv"));
        Assert.Equal((3, 0), (fault.Line, fault.Column));
        Assert.Contains("UTF-8としてもShift_JISとしても読めない", fault.Message.Ja);
        Assert.Contains("neither UTF-8 nor Shift_JIS", fault.Message.En);
    }

    [Fact]
    public void Half_a_character_of_UTF_16_is_told()
    {
        Fault fault = Assert.Single(Expect.Faults([0xFF, 0xFE, 0x00, 0xD8, (byte)'a', 0x00], ".csv"));
        Assert.Contains("UTF-16", fault.Message.Ja);
        Assert.Contains("cannot be read as UTF-16", fault.Message.En);
    }

    private static void Holds(byte[] bytes) =>
        Assert.Equal([new LedgerComputer("SV-1", "SV-1", "server", Handling.Writable, 2)], Read(bytes));

    private static IReadOnlyList<LedgerComputer> Read(byte[] bytes)
    {
        using var file = new TextFile(bytes, ".csv");
        return LedgerReader.Read(file.Path);
    }
}
