using System;
using System.Linq;
using MedHardening.Fleet;
using MedHardening.Reports;
using Xunit;

namespace MedHardening.Tests.Fleet;

/// <summary>What is told of how accounts and computers were proven.</summary>
public sealed class ProofsTests
{
    [Theory]
    [InlineData("Kerberos, encrypted", "")]
    [InlineData("NTLM, encrypted", "")] // as was asked for
    [InlineData("NTLM (Negotiate), encrypted", "NtlmInsteadOfKerberos")]
    [InlineData("NTLM (Negotiate), TLS", "NtlmInsteadOfKerberos")]
    [InlineData("Kerberos, TLS (certificate not checked)", "CertificatesNotChecked")]
    [InlineData("NTLM (Negotiate), TLS (certificate not checked)", "CertificatesNotChecked NtlmInsteadOfKerberos")]
    [InlineData(null, "")]
    public void A_weak_proof_is_a_notice(string? proof, string notices) =>
        Assert.Equal(notices, string.Join(' ', Proofs.Of(Request(), [Result("PC-1", proof)]).Select(n => n.Code)));

    [Fact]
    public void Skipping_the_check_is_told_also_when_no_account_was_proven() => Assert.Equal(
        ["CertificatesNotChecked"], Proofs.Of(Request() with { SkipsCertificateCheck = true }, [Result("PC-1", null)]).Select(n => n.Code));

    [Fact]
    public void Computers_are_counted_and_the_first_five_named()
    {
        ComputerResult[] computers = [.. Enumerable.Range(1, 7).Select(i => Result("PC-" + i, "NTLM (Negotiate), encrypted")), Result("PC-8", "Kerberos, encrypted")];
        Text text = Proofs.Of(Request(), computers).Single().Text;
        Assert.Contains("7 computer(s)", text.En, StringComparison.Ordinal);
        Assert.Contains("PC-1, PC-2, PC-3, PC-4, PC-5, …", text.En, StringComparison.Ordinal);
        Assert.Contains("7 台", text.Ja, StringComparison.Ordinal);
        Assert.DoesNotContain("PC-8", text.Ja, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kerberos, encrypted", "Kerberos、暗号化")]
    [InlineData("Basic, not encrypted", "Basic、暗号化なし")]
    [InlineData("NTLM (Negotiate), TLS (certificate not checked)", "NTLM (Negotiate)、TLS（証明書を確かめていない）")]
    [InlineData("something of another version", "something of another version")]
    public void Reports_say_it_in_both_languages(string proof, string ja) => Assert.Equal(new Text(ja, proof), Words.Proof(proof));

    private static StatusRequest Request() =>
        new(TestDoubles.MadeUp.Baseline("*"), TestDoubles.MadeUp.Profile, null, [], TestDoubles.MadeUp.AsOf);

    private static ComputerResult Result(string name, string? proof) =>
        new(TestDoubles.MadeUp.Computer(name), ComputerOutcome.Measured, null, null) { Authentication = proof };
}
