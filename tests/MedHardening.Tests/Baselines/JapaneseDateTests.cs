using System;
using System.Globalization;
using MedHardening.Baselines;
using Xunit;

namespace MedHardening.Tests.Baselines;

public class JapaneseDateTests
{
    [Theory]
    [InlineData("2025-05-01", "2025-05-01")]
    [InlineData("２０２５－０５－０１", "2025-05-01")]
    [InlineData("2024-02-29", "2024-02-29")]
    [InlineData("令和7年5月1日", "2025-05-01")]
    [InlineData("令和７年５月１日", "2025-05-01")]
    [InlineData("令和元年5月1日", "2019-05-01")]
    [InlineData("R7.5.1", "2025-05-01")]
    [InlineData("平成31年4月30日", "2019-04-30")]
    [InlineData("S64.1.7", "1989-01-07")]
    public void A_day_is_read_as_offices_write_it(string text, string day)
    {
        Assert.True(JapaneseDate.TryParse(text, out DateTime read));
        Assert.Equal(day, read.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2025-02-29")]
    [InlineData("2025-13-01")]
    [InlineData("2025-5-1")]
    [InlineData("2025/05/01")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("令和0年5月1日")]
    [InlineData("令和元年4月30日")]
    [InlineData("平成31年5月1日")]
    [InlineData("令和7年2月29日")]
    [InlineData("7年5月1日")]
    [InlineData("2025-05-01T00:00:00")]
    [InlineData("")]
    public void A_day_that_does_not_exist_or_could_be_another_is_refused(string text) =>
        Assert.False(JapaneseDate.TryParse(text, out _));
}
