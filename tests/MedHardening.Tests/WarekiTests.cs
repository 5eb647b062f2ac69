using System;
using System.Globalization;
using Xunit;

namespace MedHardening.Tests;

/// <summary>First days of the eras as Japan's law has them: 1912-07-30, 1926-12-25, 1989-01-08, 2019-05-01.</summary>
public class WarekiTests
{
    [Theory]
    [InlineData("2025-05-01", "令和7年5月1日")]
    [InlineData("2019-05-01", "令和元年5月1日")]
    [InlineData("2019-04-30", "平成31年4月30日")]
    [InlineData("1989-01-08", "平成元年1月8日")]
    [InlineData("1989-01-07", "昭和64年1月7日")]
    [InlineData("1926-12-25", "昭和元年12月25日")]
    [InlineData("1926-12-24", "大正15年12月24日")]
    [InlineData("1912-07-30", "大正元年7月30日")]
    [InlineData("1912-07-29", "明治45年7月29日")]
    [InlineData("1873-01-01", "明治6年1月1日")]
    [InlineData("1872-12-31", "1872年12月31日")]
    public void A_day_is_written_in_its_era(string day, string wareki) => Assert.Equal(wareki, Wareki.Format(Day(day)));

    [Theory]
    [InlineData("令和7年5月1日", "2025-05-01")]
    [InlineData("令和元年5月1日", "2019-05-01")]
    [InlineData("令和７年５月１日", "2025-05-01")]
    [InlineData(" 令和 7年 5月 1日 ", "2025-05-01")]
    [InlineData("R7.5.1", "2025-05-01")]
    [InlineData("r07/05/01", "2025-05-01")]
    [InlineData("Ｒ７－５－１", "2025-05-01")]
    [InlineData("令7.5.1", "2025-05-01")]
    [InlineData("H31.4.30", "2019-04-30")]
    [InlineData("昭和64年1月7日", "1989-01-07")]
    public void A_written_day_is_read(string text, string day)
    {
        Assert.True(Wareki.TryParse(text, out DateTime date));
        Assert.Equal(Day(day), date);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2025-05-01")]
    [InlineData("平成31年5月1日")] // 令和 by then
    [InlineData("令和元年4月30日")] // still 平成
    [InlineData("令和7年2月29日")]
    [InlineData("令和7年13月1日")]
    [InlineData("令和7年5月")]
    [InlineData("令和0年5月1日")]
    [InlineData("X7.5.1")]
    public void A_day_that_does_not_exist_is_refused(string text) => Assert.False(Wareki.TryParse(text, out _));

    [Fact]
    public void The_culture_of_the_machine_changes_nothing()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
        try
        {
            Assert.Equal("令和7年5月1日", Wareki.Format(new DateTime(2025, 5, 1)));
            Assert.True(Wareki.TryParse("令和7年5月1日", out DateTime date));
            Assert.Equal(new DateTime(2025, 5, 1), date);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static DateTime Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
