using System;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using MedHardening.Cim;
using MedHardening.Cim.Shells;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Shells;

/// <summary>The conversation of MS-WSMV §4.7: its answers read, and our requests held against its form.</summary>
public sealed class ShellMessagesTests : IDisposable
{
    private const string Shell = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
    private const string ShellId = "uuid:0A442A7F-4627-43AE-8751-900B509F0A1F";
    private const string CommandId = "uuid:06A5C5F8-D1A5-4B5D-8C8A-0F0B6B7AF8B6";
    private const string Rsp = " xmlns:rsp=\"" + Shell + "\"";

    private readonly HttpStub _stub;
    private int _received;

    public ShellMessagesTests() => _stub = new HttpStub(x => x.IsIdentify
        ? x.AnswerAsync(SoapText.Identified)
        : _received == 0 && x.Is("Receive") ? NoOutputYet(x) : x.AnswerAsync(SoapText.Envelope(Answer(x))));

    public void Dispose() => _stub.Dispose();

    [Fact]
    public async Task The_conversation_is_held_in_its_order_and_waits_for_output()
    {
        ShellOutput output = await RunAsync("dir <nothing> & exit 3");

        Assert.Equal("日本 one", Encoding.UTF8.GetString(output.Output));
        Assert.Equal("two", Encoding.UTF8.GetString(output.Error));
        Assert.Equal(-2147024891, output.ExitCode);
        Assert.Equal(
            ["transfer/Create", "shell/Command", "shell/Receive", "shell/Receive", "shell/Receive", "shell/Signal", "transfer/Delete"],
            _stub.Requests.Skip(1).Select(r => string.Join('/', Value(r, "Action").Split('/')[^2..])));
    }

    [Fact]
    public async Task Every_request_has_what_the_specification_asks_for()
    {
        await RunAsync("dir <nothing> & exit 3");

        StubExchange[] requests = [.. _stub.Requests.Skip(1)];
        Assert.All(requests, r => Assert.Equal(Shell + "/cmd", Value(r, "ResourceURI")));
        Assert.All(requests.Skip(1), r => Assert.Equal((ShellId, "ShellId"), (Value(r, "Selector"), Element(r, "Selector").Attribute("Name")!.Value)));
        Assert.Equal("WINRS_NOPROFILE=TRUE WINRS_CODEPAGE=65001", Options(requests[0]));
        Assert.Equal("stdin", Value(requests[0], "InputStreams"));
        Assert.Equal("stdout stderr", Value(requests[0], "OutputStreams"));
        Assert.Equal("WINRS_CONSOLEMODE_STDIN=TRUE WINRS_SKIP_CMD_SHELL=FALSE", Options(requests[1]));
        Assert.Equal("dir <nothing> & exit 3", Value(requests[1], "Command"));
        Assert.Equal((CommandId, "stdout stderr"), (Element(requests[2], "DesiredStream").Attribute("CommandId")!.Value, Value(requests[2], "DesiredStream")));
        Assert.Equal(CommandId, Element(requests[5], "Signal").Attribute("CommandId")!.Value);
        Assert.Equal(Shell + "/signal/terminate", Value(requests[5], "Code"));
        Assert.Empty(Element(requests[6], "Body").Elements());
        Assert.All(requests, r => Assert.Equal("PT20.000S", Value(r, "OperationTimeout"))); // less than the minute that we wait
    }

    private async Task<ShellOutput> RunAsync(string line)
    {
        CimTarget target = new("127.0.0.1") { Port = _stub.Port, AllowRemoteShell = true };
        using ICimSession session = await Transports.WsMan()!.OpenAsync(target, CancellationToken.None);
        return await session.RunAsync(ShellCommand.Of(line), CancellationToken.None);
    }

    private Task NoOutputYet(StubExchange x)
    {
        _received++;
        return x.AnswerAsync(SoapText.Fault(2150858793, "w:TimedOut"), 500);
    }

    private string Answer(StubExchange x) =>
        x.Is("Create") ? "<x:ResourceCreated xmlns:x=\"http://schemas.xmlsoap.org/ws/2004/09/transfer\"><a:Address>http://localhost:80/wsman</a:Address>"
            + "<a:ReferenceParameters><w:ResourceURI>" + Shell + "/cmd</w:ResourceURI><w:SelectorSet><w:Selector Name=\"ShellId\">" + ShellId
            + "</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated>"
        : x.Is("Command") ? "<rsp:CommandResponse" + Rsp + "><rsp:CommandId>" + CommandId + "</rsp:CommandId></rsp:CommandResponse>"
        : x.Is("Receive") ? "<rsp:ReceiveResponse" + Rsp + ">" + Page() + "</rsp:ReceiveResponse>"
        : x.Is("Signal") ? "<rsp:SignalResponse" + Rsp + "/>"
        : "";

    // A character of three bytes is torn between two answers.
    private string Page() => _received++ == 1
        ? Stream("stdout", [.. Encoding.UTF8.GetBytes("日本")[..4]]) + "<rsp:CommandState CommandId=\"" + CommandId + "\" State=\"" + Shell + "/CommandState/Running\"/>"
        : Stream("stdout", [.. Encoding.UTF8.GetBytes("日本 one")[4..]]) + Stream("stderr", Encoding.ASCII.GetBytes("two"))
            + "<rsp:Stream Name=\"stdout\" CommandId=\"" + CommandId + "\" End=\"TRUE\"></rsp:Stream><rsp:CommandState CommandId=\"" + CommandId
            + "\" State=\"" + Shell + "/CommandState/Done\"><rsp:ExitCode>2147942405</rsp:ExitCode></rsp:CommandState>";

    private static string Stream(string name, byte[] bytes) =>
        "<rsp:Stream Name=\"" + name + "\" CommandId=\"" + CommandId + "\">" + Convert.ToBase64String(bytes) + "</rsp:Stream>";

    private static XElement Element(StubExchange request, string name) => XElement.Parse(request.Body).Descendants().First(e => e.Name.LocalName == name);

    private static string Value(StubExchange request, string name) => Element(request, name).Value;

    private static string Options(StubExchange request) => string.Join(
        ' ', XElement.Parse(request.Body).Descendants().Where(e => e.Name.LocalName == "Option").Select(o => o.Attribute("Name")!.Value + "=" + o.Value));
}
