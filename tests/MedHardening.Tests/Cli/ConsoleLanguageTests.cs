using System.Globalization;
using MedHardening.Cli;
using Xunit;

namespace MedHardening.Tests.Cli;

public class ConsoleLanguageTests
{
    [Theory]
    [InlineData("ja-JP", Language.Japanese)]
    [InlineData("en-US", Language.English)]
    [InlineData("de-DE", Language.English)]
    public void The_culture_of_the_user_interface_decides(string culture, Language expected) =>
        Assert.Equal(expected, ConsoleLanguage.Of([], new CultureInfo(culture), _ => null));

    [Theory]
    [InlineData(Language.Japanese, "demo", "--lang", "ja")]
    [InlineData(Language.Japanese, "--lang=ja", "demo")]
    [InlineData(Language.English, "--lang:en", "demo")]
    public void The_option_decides_against_any_culture(Language expected, params string[] args) =>
        Assert.Equal(expected, ConsoleLanguage.Of(
            args, new CultureInfo(expected == Language.Japanese ? "en-US" : "ja-JP"), _ => null));

    [Theory]
    [InlineData("LC_ALL", "ja_JP.UTF-8", Language.Japanese)]
    [InlineData("LANG", "ja_JP.UTF-8", Language.Japanese)]
    [InlineData("LANG", "C.UTF-8", Language.English)]
    [InlineData("OTHER", "ja_JP.UTF-8", Language.English)]
    public void Without_a_culture_the_POSIX_locale_decides(string variable, string locale, Language expected) =>
        Assert.Equal(expected, ConsoleLanguage.Of([], CultureInfo.InvariantCulture, name => name == variable ? locale : null));

    [Fact]
    public void LC_ALL_goes_before_LANG() =>
        Assert.Equal(Language.Japanese, ConsoleLanguage.Of(
            [], CultureInfo.InvariantCulture, name => name == "LC_ALL" ? "ja_JP.UTF-8" : "en_US.UTF-8"));
}
