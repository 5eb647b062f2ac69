using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan;

/// <summary>What goes over the wire, held against envelopes written by hand after MS-WSMV §4.1 and §3.1.4.1.</summary>
public sealed class RequestEnvelopeTests
{
    private static readonly CimQuery s_myClass = CimQuery.Class("root/mynamespace", "myclass");

    [Fact]
    public Task An_enumeration_asks_for_the_first_page_at_once() =>
        SendsAsync("Enumerate.request.xml", s => s.QueryAsync(s_myClass, CancellationToken.None));

    [Fact]
    public Task A_query_goes_to_all_classes_with_its_text_escaped_and_its_options_typed() =>
        SendsAsync("EnumerateWql.request.xml", s => s.QueryAsync(
            CimQuery.FromWql("root/StandardCimv2", "SELECT * FROM MSFT_NetFirewallRule WHERE Enabled = 1 AND DisplayName <> \"R&D\"")
                .AtMost(500)
                .With("PolicyStore", "ActiveStore")
                .With("__ProviderArchitecture", 32)
                .With("__RequiredArchitecture", true)
                .With("Names", new[] { "b", "a" }),
            CancellationToken.None));

    [Fact]
    public Task A_pull_names_its_context() =>
        SendsAsync("Pull.request.xml", s => s.QueryAsync(s_myClass.AtMost(1), CancellationToken.None));

    [Fact]
    public Task A_release_names_the_newest_context() =>
        SendsAsync("Release.request.xml", s => s.QueryAsync(s_myClass.AtMost(0), CancellationToken.None));

    [Fact]
    public Task A_get_selects_by_keys() =>
        SendsAsync("Get.request.xml", s => s.GetAsync(
            "root/mynamespace", "myclass", new Dictionary<string, string> { ["id"] = "1" }, CancellationToken.None));

    [Fact]
    public Task A_static_method_has_no_selectors() =>
        SendsAsync("Invoke.request.xml", s => s.InvokeAsync(
            new CimMethod("root/cimv2", "Win32_Process", "Create")
            {
                Parameters = [new("CommandLine", "notepad.exe"), new("CurrentDirectory", "C:\\")],
            },
            CancellationToken.None));

    [Fact]
    public Task A_method_of_an_instance_selects_it_and_carries_values_of_every_type() =>
        SendsAsync("InvokeKeys.request.xml", s => s.InvokeAsync(
            new CimMethod("root\\cimv2", "Win32_Service", "Try")
            {
                Keys = new Dictionary<string, string> { ["Name"] = "Spooler<" },
                Parameters =
                [
                    new("Yes", true),
                    new("Number", uint.MaxValue),
                    new("List", new[] { "一", "<two> & \"three\"" }),
                    new("Nothing", null),
                    new("When", new DateTimeOffset(2026, 11, 22, 20, 15, 0, 500, TimeSpan.FromHours(9))),
                    new("HowLong", new TimeSpan(1, 2, 3, 4, 500)),
                    new("Inside", new CimObject("Win32_SID", ["SID"], ["S-1-5-18"])),
                ],
            },
            CancellationToken.None));

    [Fact]
    public async Task Identify_has_no_headers_and_no_credential()
    {
        using HttpStub stub = Messages.Stub(_ => "");
        CimTarget target = new("127.0.0.1") { Port = stub.Port, Credential = new("user", "secret") };

        using ICimSession session = await new WsManTransport().OpenAsync(target, CancellationToken.None);

        StubExchange request = Assert.Single(stub.Requests);
        Assert.Equal(Messages.Lines(Messages.Load("Identify.request.xml")), Messages.Lines(request.Body));
        Assert.Contains("WSMANIDENTIFY: unauthenticated\r\n", request.Head, StringComparison.Ordinal);
        Assert.DoesNotContain("Authorization", request.Head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_head_is_a_plain_post_of_known_length()
    {
        using HttpStub stub = Messages.Stub(_ => SoapText.FirstPage("", null));
        using WsManSession session = await Messages.OpenAsync(stub);

        await session.QueryAsync(s_myClass, CancellationToken.None);

        string[] head = stub.Requests.Last().Head.TrimEnd().Split("\r\n");
        Assert.Equal("POST /wsman HTTP/1.1", head[0]);
        Assert.Equal(
            ["Content-Length: " + stub.Requests.Last().Body.Length, "Content-Type: application/soap+xml;charset=UTF-8", "Host: 127.0.0.1:" + stub.Port],
            head.Skip(1).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0x0000)]
    [InlineData(0x0001)]
    [InlineData(0x001F)]
    [InlineData(0xD800)]
    [InlineData(0xDFFF)]
    [InlineData(0xFFFF)]
    public async Task A_character_that_XML_cannot_carry_is_refused_before_anything_is_sent(int character)
    {
        using HttpStub stub = Messages.Stub(_ => "");
        using WsManSession session = await Messages.OpenAsync(stub);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.InvokeAsync(
            new CimMethod("root/default", "StdRegProv", "SetStringValue") { Parameters = [new("sValue", "a" + (char)character + "b")] }, CancellationToken.None));

        Assert.Equal(CimFaultKind.NotSupported, fault.Kind);
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task Line_ends_tabs_and_characters_beyond_the_basic_plane_arrive_as_they_are()
    {
        const string value = "a\r\nb\tc\u3000𠮷";
        using HttpStub stub = Messages.Stub(_ => SoapText.Envelope("<Try_OUTPUT/>"));
        using WsManSession session = await Messages.OpenAsync(stub);

        await session.InvokeAsync(new CimMethod("root/default", "X", "Try") { Parameters = [new("V", value)] }, CancellationToken.None);

        Assert.Equal(value, System.Xml.Linq.XElement.Parse(stub.Requests.Last().Body).Descendants().Single(e => e.Name.LocalName == "V").Value);
    }

    private static async Task SendsAsync(string file, Func<WsManSession, Task> ask)
    {
        int pages = 0;
        using HttpStub stub = Messages.Stub(x => x switch
        {
            _ when x.Is("Enumerate") => SoapText.FirstPage(SoapText.Services("A"), "uuid:22EB9809-5543-4020-A75C-FD95FF06217B"),
            _ when x.Is("Pull") && pages++ == 0 => SoapText.NextPage("", "uuid:2504CA0D-94B9-4F91-B2F7-9F4CD9A2A96C"),
            _ when x.Is("Pull") => SoapText.NextPage("", null),
            _ => SoapText.Envelope("<x/>"),
        });
        using WsManSession session = await Messages.OpenAsync(stub);
        try
        {
            await ask(session);
        }
        catch (CimFault fault) when (fault.Kind == CimFaultKind.LimitExceeded && file.StartsWith("Release", StringComparison.Ordinal))
        {
            // Stopping early is what makes it release.
        }

        string action = file.StartsWith("Invoke", StringComparison.Ordinal) ? "" : file.Split('.')[0].Replace("Wql", "", StringComparison.Ordinal);
        StubExchange request = stub.Requests.First(r => !r.IsIdentify && (action.Length == 0 || r.Is(action)));
        string expected = Messages.Load(file)
            .Replace("{Port}", stub.Port.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{SessionId}", request.SessionId, StringComparison.Ordinal)
            .Replace("{MessageID}", request.MessageId, StringComparison.Ordinal);
        Assert.Equal(Messages.Lines(expected), Messages.Lines(request.Body));
        Assert.Matches("^uuid:[0-9a-f-]{36}$", request.MessageId);
    }
}
