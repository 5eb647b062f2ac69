using System;
using MedHardening.Cim;
using MedHardening.Reports;
using Xunit;

namespace MedHardening.Tests.Reports;

public class ReasonsTests
{
    [Fact]
    public void Every_kind_of_fault_has_words_and_advice_in_both_languages()
    {
        foreach (string code in Enum.GetNames<CimFaultKind>())
        {
            Text word = Reasons.Word(code);
            Text? advice = Reasons.Advice(code);
            Assert.NotEqual(code, word.Ja);
            Assert.NotEqual(code, word.En);
            Assert.NotNull(advice);
            Assert.All([word.En, advice.Value.En], text => Assert.DoesNotContain(text, c => c > '\u2FFF'));
            Assert.All([word.Ja, advice.Value.Ja], text => Assert.Contains(text, c => c > '\u2FFF'));
        }
    }

    [Theory]
    [InlineData("NotRecorded", "測定時に未取得［NotRecorded］")]
    [InlineData("NotContactable", "接触不可（台帳の指定）［NotContactable］")]
    [InlineData("WrongComputer", "別のコンピュータが応答した［WrongComputer］")]
    [InlineData("BaselineSilent", "ベースラインに基準がない［BaselineSilent］")]
    public void A_reason_is_told_in_words_with_its_code(string code, string words) => Assert.Equal(words, Reasons.WithCode(code).Ja);

    [Fact]
    public void A_reason_that_is_new_is_shown_as_it_is()
    {
        Assert.Equal("SomethingNew", Reasons.WithCode("SomethingNew").Ja);
        Assert.Null(Reasons.Advice("SomethingNew"));
    }
}
