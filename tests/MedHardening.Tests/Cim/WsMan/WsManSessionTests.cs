using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan;

/// <summary>Operations against a server of our own that answers as the specification's examples do.</summary>
public sealed class WsManSessionTests
{
    private static readonly CimQuery s_services = CimQuery.Class("root/cimv2", "Win32_Service");

    [Fact]
    public async Task An_enumeration_goes_on_with_the_newest_context_until_the_end()
    {
        List<string> contexts = [];
        using HttpStub stub = Stub(x =>
        {
            if (x.Is("Enumerate"))
                return SoapText.FirstPage(SoapText.Services("RpcSs"), "uuid:1");
            contexts.Add(x.Body[(x.Body.IndexOf("<n:EnumerationContext>", StringComparison.Ordinal) + 22)..][..6]);
            return contexts.Count switch
            {
                1 => SoapText.NextPage(SoapText.Services("EventLog", "Spooler"), "uuid:2"),
                2 => SoapText.NextPage("", "uuid:3"),
                _ => SoapText.NextPage(SoapText.Services("W32Time"), null),
            };
        });
        using ICimSession session = await OpenAsync(stub);

        IReadOnlyList<CimObject> rows = await session.QueryAsync(s_services, CancellationToken.None);

        Assert.Equal(["RpcSs", "EventLog", "Spooler", "W32Time"], rows.Select(r => r.String("Name")));
        Assert.Equal(["uuid:1", "uuid:2", "uuid:3"], contexts);
        Assert.All(rows, r => Assert.Equal("Win32_Service", r.ClassName));
        Assert.All(rows, r => Assert.True(r.Has("PathName") && r["PathName"] is null));
        Assert.Equal(1, stub.Connections);
    }

    [Fact]
    public async Task A_method_returns_its_out_parameters()
    {
        using HttpStub stub = Stub(_ => SoapText.Envelope(
            "<p:EnumKey_OUTPUT xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wmi/root/default/StdRegProv\">"
            + "<p:sNames>A</p:sNames><p:sNames>B</p:sNames><p:ReturnValue>0</p:ReturnValue></p:EnumKey_OUTPUT>"));
        using ICimSession session = await OpenAsync(stub);

        CimObject answer = await session.InvokeAsync(
            new CimMethod("root/default", "StdRegProv", "EnumKey")
            {
                Parameters = [new("hDefKey", 0x80000002u), new("sSubKeyName", "SOFTWARE\\R&D")],
            },
            CancellationToken.None);

        Assert.Equal(0u, answer.UInt32("ReturnValue"));
        Assert.Equal(["A", "B"], answer.Strings("sNames"));
        Assert.Contains(
            "<m:hDefKey>2147483650</m:hDefKey><m:sSubKeyName>SOFTWARE\\R&amp;D</m:sSubKeyName>", stub.Requests.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_rows_than_the_limit_are_a_fault_and_the_enumeration_is_released()
    {
        using HttpStub stub = Stub(x => x.Is("Release")
            ? SoapText.Envelope("")
            : SoapText.FirstPage(SoapText.Services("A", "B", "C"), "uuid:7"));
        using ICimSession session = await OpenAsync(stub);
        CimQuery query = CimQuery.FromWql("root/cimv2", "SELECT * FROM Win32_Service");

        CimFault fault = await Assert.ThrowsAsync<CimFault>(
            () => session.QueryAsync(query.AtMost(2), CancellationToken.None));

        Assert.Equal(CimFaultKind.LimitExceeded, fault.Kind);
        Assert.Contains("<n:EnumerationContext>uuid:7<", stub.Requests.Last(r => r.Is("Release")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_enumeration_that_a_busy_host_breaks_off_is_released_so_that_it_fills_no_quota()
    {
        using HttpStub stub = new(x => x.Is("Pull")
            ? x.AnswerAsync("", 503, "")
            : x.AnswerAsync(x.IsIdentify ? SoapText.Identified : x.Is("Release") ? SoapText.Envelope("") : SoapText.FirstPage(SoapText.Services("A"), "uuid:7")));
        using ICimSession session = await OpenAsync(stub);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_services, CancellationToken.None));

        Assert.Equal(CimFaultKind.Busy, fault.Kind);
        Assert.Contains("<n:EnumerationContext>uuid:7<", Assert.Single(stub.Requests, r => r.Is("Release")).Body, StringComparison.Ordinal);
    }

    private static HttpStub Stub(Func<StubExchange, string> answer) =>
        new(x => x.AnswerAsync(x.IsIdentify ? SoapText.Identified : answer(x)));

    private static Task<ICimSession> OpenAsync(HttpStub stub) =>
        new WsManTransport().OpenAsync(new CimTarget("127.0.0.1") { Port = stub.Port }, CancellationToken.None);
}
