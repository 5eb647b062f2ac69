using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

/// <summary>The three branches of ガイドライン第6.0版 Q&amp;A シQ-54; verdicts by hand.</summary>
public class DeliveredPasswordPolicyTests
{
    [Theory]
    [InlineData("Any", 13, "4294967295", Outcome.Pass)]
    [InlineData("Any", 8, "60", Outcome.Pass)]
    [InlineData("Any", 8, "61", Outcome.Unknown)] // two-factor authentication could make it right
    [InlineData("Any", 12, "4294967295", Outcome.Unknown)]
    [InlineData("Any", 7, "30", Outcome.Fail)]
    [InlineData("Any", 0, "42", Outcome.Fail)]
    [InlineData("A", 13, "0", Outcome.Pass)]
    [InlineData("A", 12, "30", Outcome.Fail)]
    [InlineData("B", 8, "60", Outcome.Pass)]
    [InlineData("B", 8, "61", Outcome.Fail)]
    [InlineData("B", 14, "4294967295", Outcome.Fail)] // never
    [InlineData("B", 14, "-1", Outcome.Fail)] // never, as a signed number
    [InlineData("B", 8, "0", Outcome.Fail)] // never, as GptTmpl.inf writes it
    [InlineData("C", 8, "4294967295", Outcome.Pass)]
    [InlineData("C", 7, "30", Outcome.Fail)]
    public async Task Length_and_change_decide_the_branch(string branch, int length, string age, Outcome expected) =>
        Assert.Equal(expected, (await JudgeAsync(branch, Policy(length, age, "true"))).Outcome);

    [Theory]
    [InlineData("false")]
    [InlineData(null)]
    public async Task Without_complexity_nothing_shows_that_letters_digits_and_symbols_are_mixed(string? complexity) =>
        Assert.Equal(Outcome.Unknown, (await JudgeAsync("A", Policy(14, "0", complexity))).Outcome);

    [Fact]
    public async Task The_policy_that_lost_does_not_count() =>
        Assert.Equal(Outcome.Fail, (await JudgeAsync("A", Policy(8, "42", "true").WithRow(
            "RSOP_SecuritySettingNumeric", ("KeyName", "MinimumPasswordLength"), ("precedence", "2"), ("Setting", "14")))).Outcome);

    [Fact]
    public async Task Nothing_delivered_is_not_no_policy()
    {
        Verdict verdict = await JudgeAsync("Any", new FakeHost().WithNo("RSOP_SecuritySettingNumeric").WithNo("RSOP_SecuritySettingBoolean"));
        Assert.Equal((Outcome.Unknown, "PolicyNotDelivered"), (verdict.Outcome, verdict.Reason));
    }

    private static FakeHost Policy(int length, string age, string? complexity) => new FakeHost()
        .WithRow("RSOP_SecuritySettingNumeric", ("KeyName", "MinimumPasswordLength"), ("precedence", "1"), ("Setting", length.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        .WithRow("RSOP_SecuritySettingNumeric", ("KeyName", "MaximumPasswordAge"), ("precedence", "1"), ("Setting", age))
        .WithRow("RSOP_SecuritySettingBoolean", ("KeyName", "PasswordComplexity"), ("precedence", "1"), ("Setting", complexity));

    private static Task<Verdict> JudgeAsync(string branch, FakeHost host)
    {
        HostCheck check = new DeliveredPasswordPolicy();
        return check.EvaluateAsync(
            new HostView(host, MadeUp.AsOf),
            new DeliveredPasswordPolicy.Settings { Branch = System.Enum.Parse<DeliveredPasswordPolicy.Branch>(branch) },
            CancellationToken.None);
    }
}
