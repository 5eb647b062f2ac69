using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class SecondFactorSignInTests
{
    private const string System = @"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System";
    private const string Hello = @"SOFTWARE\Policies\Microsoft\PassportForWork";
    private const string Providers = @"SOFTWARE\Microsoft\Windows\CurrentVersion\Authentication\Credential Providers\";
    private const string Password = "{60b78e88-ead8-445c-9cfd-0b87f74ea6cd}";
    private const string Unlisted = "{01234567-89AB-CDEF-0123-456789ABCDEF}";

    private readonly SecondFactorSignIn _check = new();

    [Fact]
    public async Task A_required_smart_card_passes() =>
        Assert.Equal(Outcome.Pass, (await _check.JudgeAsync(new FakeHost().With(System, "scforceoption", 1u))).Outcome);

    [Theory]
    [InlineData(true, true, Outcome.Pass)]
    [InlineData(true, false, Outcome.Fail)]
    [InlineData(false, true, Outcome.Fail)]
    public async Task Windows_Hello_counts_when_the_password_is_hidden(bool hello, bool hidden, Outcome expected)
    {
        FakeHost host = new FakeHost().With(Providers + Password);
        if (hello)
            host.With(Hello, "Enabled", 1u);
        if (hidden)
            host.With(System, "ExcludedCredentialProviders", Unlisted + ", " + Password.ToUpperInvariant());
        Assert.Equal(expected, (await _check.JudgeAsync(host)).Outcome);
    }

    [Fact]
    public async Task A_password_alone_fails() =>
        Assert.Equal(Outcome.Fail, (await _check.JudgeAsync(new FakeHost().With(Providers + Password))).Outcome);

    [Fact]
    public async Task A_provider_that_nobody_knows_may_hide_the_password()
    {
        FakeHost host = new FakeHost().With(Providers + Password).With(Providers + Unlisted);
        Verdict verdict = await _check.JudgeAsync(host);
        Assert.Equal((Outcome.Unknown, "ProviderUnproven"), (verdict.Outcome, verdict.Reason));
        SecondFactorSignIn.Settings named = new() { EnforcingProviders = [Unlisted.ToLowerInvariant()] };
        Assert.Equal(Outcome.Pass, (await _check.JudgeAsync(host, named)).Outcome);
    }
}
