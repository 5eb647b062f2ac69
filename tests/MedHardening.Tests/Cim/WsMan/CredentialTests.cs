using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan;

/// <summary>A password is never shown to who should not see it, and never tried twice.</summary>
public sealed class CredentialTests
{
    private const string Password = "correct horse";
    private static readonly CimQuery s_query = CimQuery.Class("root/cimv2", "Win32_Service");

    [Fact]
    public async Task To_this_machine_a_password_is_sent_with_the_first_question_over_plain_HTTP()
    {
        using HttpStub stub = Messages.Stub(_ => SoapText.FirstPage("", null));
        using ICimSession session = await OpenAsync(stub, new NetworkCredential("user", Password));

        await session.QueryAsync(s_query, CancellationToken.None);

        Assert.Contains("Authorization: Basic dXNlcjpjb3JyZWN0IGhvcnNl\r\n", stub.Requests.Last().Head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("2001:db8::1")]
    public async Task Basic_to_any_other_machine_is_refused_before_anything_is_sent(string address)
    {
        CimTarget target = new("pc-1")
        {
            Address = address,
            Authentication = CimAuthentication.Basic,
            Credential = new NetworkCredential("user", Password),
            ConnectTimeout = TimeSpan.FromMinutes(1),
        };

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => new WsManTransport().OpenAsync(target, CancellationToken.None));

        Assert.Equal(CimFaultKind.NotSupported, fault.Kind);
        Assert.Equal("pc-1", fault.Host);
        Assert.DoesNotContain(Password, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Basic_without_a_credential_is_refused()
    {
        CimTarget target = new("127.0.0.1") { Authentication = CimAuthentication.Basic };
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => new WsManTransport().OpenAsync(target, CancellationToken.None));
        Assert.Equal(CimFaultKind.NotSupported, fault.Kind);
    }

    [Fact]
    public async Task A_user_name_with_a_colon_cannot_be_sent()
    {
        CimTarget target = new("127.0.0.1") { Credential = new NetworkCredential("a:b", Password) };
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => new WsManTransport().OpenAsync(target, CancellationToken.None));
        Assert.Equal(CimFaultKind.NotSupported, fault.Kind);
    }

    [Fact]
    public async Task A_rejected_password_is_not_tried_again()
    {
        using HttpStub stub = Refusing();
        using ICimSession session = await OpenAsync(stub, new NetworkCredential("user", Password));

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));

        Assert.Equal(CimFaultKind.AuthenticationFailed, fault.Kind);
        Assert.Single(stub.Requests, r => r.Head.Contains("Authorization", StringComparison.Ordinal));
        Assert.DoesNotContain(Password, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("dXNlcjpjb3JyZWN0IGhvcnNl", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_credential_the_detail_says_what_the_host_asks_for()
    {
        using HttpStub stub = Refusing();
        using ICimSession session = await OpenAsync(stub, null);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));

        Assert.Equal(CimFaultKind.AuthenticationFailed, fault.Kind);
        Assert.Contains("Negotiate, Kerberos", fault.Message, StringComparison.Ordinal);
        Assert.Single(stub.Requests, r => !r.IsIdentify);
    }

    private static HttpStub Refusing() => new(x => x.IsIdentify
        ? x.AnswerAsync(SoapText.Identified)
        : x.AnswerAsync("", 401, "", "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: Kerberos\r\n"));

    private static Task<ICimSession> OpenAsync(HttpStub stub, NetworkCredential? credential) => new WsManTransport().OpenAsync(
        new CimTarget("127.0.0.1") { Port = stub.Port, Credential = credential }, CancellationToken.None);
}
