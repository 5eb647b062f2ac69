using System;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan;

/// <summary>What a host says is bounded, and nothing it says is more than a fault.</summary>
public sealed class HostileAnswerTests
{
    private static readonly CimQuery s_query = CimQuery.Class("root/cimv2", "Win32_Service");

    [Theory]
    [InlineData("not XML at all")]
    [InlineData("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body>")]
    [InlineData("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header/></s:Envelope>")]
    [InlineData("<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body/></s:Envelope>")] // SOAP 1.1
    [InlineData("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><x></y></s:Body></s:Envelope>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    [InlineData("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>")]
    [InlineData("<a>&nosuch;</a>")]
    [InlineData("<a>&#0;</a>")]
    [InlineData("<?xml version=\"1.0\"?>")]
    public async Task What_is_no_envelope_breaks_the_protocol(string answer) =>
        Assert.Equal(CimFaultKind.Protocol, (await FaultAsync(answer)).Kind);

    [Fact]
    public async Task Bytes_that_are_no_UTF8_break_the_protocol()
    {
        byte[] body = Encoding.Latin1.GetBytes(SoapText.FirstPage("<X><A>\u00e9</A></X>", null));
        using HttpStub stub = new(x => x.IsIdentify
            ? x.AnswerAsync(SoapText.Identified)
            : x.SendAsync(StubExchange.HeadOf(200, StubExchange.Soap, body.Length), body));
        using WsManSession session = await Messages.OpenAsync(stub);
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));
        Assert.Equal(CimFaultKind.Protocol, fault.Kind);
    }

    [Theory]
    [InlineData("uuid:00000000-0000-0000-0000-000000000000")]
    [InlineData("")]
    public async Task An_answer_to_another_message_is_not_taken(string relatesTo)
    {
        CimFault fault = await FaultAsync(SoapText.FirstPage(SoapText.Services("A"), null).Replace("{MessageID}", relatesTo, StringComparison.Ordinal));
        Assert.Equal(CimFaultKind.Protocol, fault.Kind);
    }

    [Fact]
    public async Task An_answer_to_no_message_is_not_taken() => Assert.Equal(CimFaultKind.Protocol, (await FaultAsync(
        SoapText.FirstPage(SoapText.Services("A"), null).Replace("<a:RelatesTo>{MessageID}</a:RelatesTo>", "", StringComparison.Ordinal))).Kind);

    [Theory]
    [InlineData("<x/>")]
    [InlineData("")]
    [InlineData("<n:EnumerateResponse/>")]
    [InlineData("<n:EnumerateResponse><n:EnumerationContext/><w:Items/></n:EnumerateResponse>")]
    public async Task A_page_without_end_and_without_context_breaks_the_protocol(string body) =>
        Assert.Equal(CimFaultKind.Protocol, (await FaultAsync(SoapText.Envelope(body))).Kind);

    [Fact]
    public async Task An_end_counts_before_a_context_that_is_there_nevertheless()
    {
        using HttpStub stub = Messages.Stub(_ => SoapText.Envelope( // OMI
            "<n:EnumerateResponse><n:EnumerationContext>12</n:EnumerationContext><w:Items>" + SoapText.Services("A")
            + "</w:Items><w:EndOfSequence/></n:EnumerateResponse>"));
        using WsManSession session = await Messages.OpenAsync(stub);
        Assert.Single(await session.QueryAsync(s_query, CancellationToken.None));
        Assert.Equal(2, stub.Requests.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_over_the_size_is_not_read(bool announced)
    {
        string items = SoapText.Services([.. Enumerable.Repeat("A", 40)]);
        byte[] body = Encoding.UTF8.GetBytes(SoapText.FirstPage(items, null));
        using HttpStub stub = new(async x =>
        {
            if (x.IsIdentify)
                await x.AnswerAsync(SoapText.Identified);
            else if (announced)
                await x.SendAsync(StubExchange.HeadOf(200, StubExchange.Soap, body.Length), body);
            else
                await x.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nTransfer-Encoding: chunked\r\n\r\n" + body.Length.ToString("x", null) + "\r\n", body);
        });
        using WsManSession session = await Messages.OpenAsync(stub, new WsManOptions { MaxReply = 4000 });

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));

        Assert.Equal(CimFaultKind.LimitExceeded, fault.Kind);
    }

    [Fact]
    public async Task Pages_that_are_too_much_together_are_a_fault_and_released()
    {
        using HttpStub stub = Messages.Stub(x => x.Is("Release") ? SoapText.Envelope("")
            : x.Is("Enumerate") ? SoapText.FirstPage(SoapText.Services("A"), "uuid:1")
            : SoapText.NextPage(SoapText.Services("A"), "uuid:2"));
        using WsManSession session = await Messages.OpenAsync(stub, new WsManOptions { MaxAnswer = 5000 });

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));

        Assert.Equal(CimFaultKind.LimitExceeded, fault.Kind);
        Assert.True(stub.Requests.Last().Is("Release"));
    }

    [Fact]
    public async Task Pages_without_rows_and_without_end_are_a_fault_and_released()
    {
        using HttpStub stub = Messages.Stub(x => x.Is("Release") ? SoapText.Envelope("")
            : x.Is("Enumerate") ? SoapText.FirstPage("", "uuid:1") : SoapText.NextPage("", "uuid:2"));
        using WsManSession session = await Messages.OpenAsync(stub, new WsManOptions { MaxEmptyPages = 5 });

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));

        Assert.Equal(CimFaultKind.LimitExceeded, fault.Kind);
        Assert.True(stub.Requests.Last().Is("Release"));
    }

    [Fact]
    public async Task A_host_that_refuses_the_release_changes_nothing_about_the_fault()
    {
        using HttpStub stub = Messages.Stub(x => x.Is("Release") ? SoapText.Fault(0x8033801B) : SoapText.FirstPage(SoapText.Services("A", "B"), "uuid:1"));
        using WsManSession session = await Messages.OpenAsync(stub);
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query.AtMost(1), CancellationToken.None));
        Assert.Equal(CimFaultKind.LimitExceeded, fault.Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deep_nesting_is_a_fault_wherever_it_is(bool inHeader)
    {
        string deep = string.Concat(Enumerable.Repeat("<d>", 80)) + string.Concat(Enumerable.Repeat("</d>", 80));
        string answer = inHeader
            ? SoapText.FirstPage("", null).Replace("<a:Action>x</a:Action>", deep, StringComparison.Ordinal)
            : SoapText.FirstPage("<X>" + deep + "</X>", null);
        CimFault fault = await FaultAsync(answer);
        Assert.Equal(CimFaultKind.LimitExceeded, fault.Kind);
        Assert.Equal("127.0.0.1", fault.Host);
    }

    [Fact]
    public async Task A_head_without_end_is_a_fault()
    {
        using HttpStub stub = new(async x =>
        {
            if (x.IsIdentify)
                await x.AnswerAsync(SoapText.Identified);
            else
                await x.SendAsync("HTTP/1.1 200 OK\r\nX: " + new string('x', 200_000));
        });
        using WsManSession session = await Messages.OpenAsync(stub);
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));
        Assert.Equal(CimFaultKind.LimitExceeded, fault.Kind);
    }

    [Fact]
    public async Task A_spoilt_answer_is_at_most_a_fault_and_the_session_goes_on()
    {
        string good = SoapText.FirstPage(
            SoapText.Services("A", "B") + "<X xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\"><V i:type=\"q\"><c>1</c></V><V i:nil=\"1\"/><E><a:Address>x</a:Address></E></X>", null);
        Random random = new(20261122);
        string answer = good;
        using HttpStub stub = Messages.Stub(_ => answer);
        using WsManSession session = await Messages.OpenAsync(stub);
        int faults = 0;
        for (int i = 0; i < 500; i++)
        {
            answer = Spoil(good, random);
            try
            {
                await session.QueryAsync(s_query, CancellationToken.None);
            }
            catch (CimFault)
            {
                faults++;
            }
        }
        answer = good;

        Assert.Equal(3, (await session.QueryAsync(s_query, CancellationToken.None)).Count);
        Assert.True(faults > 150);
    }

    private static string Spoil(string good, Random random)
    {
        StringBuilder text = new(good);
        for (int n = random.Next(1, 4); n > 0; n--)
        {
            int at = random.Next(Math.Max(1, text.Length - 20));
            switch (random.Next(4))
            {
                case 0:
                    text[at] = "<>/&\"'= :;!?[]-\0\u0001aé"[random.Next(19)];
                    break;
                case 1:
                    text.Remove(at, random.Next(1, 20));
                    break;
                case 2:
                    text.Insert(at, good.AsSpan(random.Next(good.Length - 20), 20));
                    break;
                default:
                    text.Length = Math.Max(60, at);
                    break;
            }
        }
        return text.ToString();
    }

    private static async Task<CimFault> FaultAsync(string answer)
    {
        using HttpStub stub = Messages.Stub(_ => answer);
        using WsManSession session = await Messages.OpenAsync(stub);
        return await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));
    }
}
