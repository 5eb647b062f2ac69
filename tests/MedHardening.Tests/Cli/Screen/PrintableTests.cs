using MedHardening.Cli.Screen;
using Xunit;

namespace MedHardening.Tests.Cli.Screen;

public class PrintableTests
{
    [Theory]
    [InlineData("事務PC-01", "事務PC-01")]
    [InlineData("a\u001b[31mb", "a?[31mb")]
    [InlineData("a\r\nb", "a??b")]
    [InlineData("invoice\u202Eexe", "invoice?exe")]
    [InlineData("a\tb", "a b")]
    [InlineData("\uD840\uDC0B", "\uD840\uDC0B")]
    public void Characters_that_act_on_a_terminal_are_replaced(string text, string expected) =>
        Assert.Equal(expected, Printable.Of(text));

    [Theory]
    [InlineData("台帳", 4, "台帳")]
    [InlineData("台帳管理", 7, "台帳...")]
    [InlineData("台帳管理", 6, "台...")]
    [InlineData("ledger", 5, "le...")]
    public void Text_is_cut_by_columns_and_a_Japanese_character_has_two(string text, int cells, string expected) =>
        Assert.Equal(expected, Printable.Cut(text, cells));

    [Fact]
    public void Text_is_padded_by_columns() => Assert.Equal("台帳  ", Printable.Pad("台帳", 6));
}
