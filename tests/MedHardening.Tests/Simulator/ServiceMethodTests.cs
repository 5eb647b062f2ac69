using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>Win32_Service: https://learn.microsoft.com/windows/win32/cimwin32prov/changestartmode-method-in-class-win32-service and its neighbours.</summary>
public class ServiceMethodTests
{
    private const string Uri = Soap.Cimv2 + "Win32_Service";

    [Fact]
    public async Task Services_stop_start_and_change_their_start_mode_on_one_host()
    {
        SimulatedHost[] hosts = [SimulatedServer.Load("plain.yaml", "SVC-1", "127.9.3.1"), SimulatedServer.Load("plain.yaml", "SVC-2", "127.9.3.2")];
        await using WsManServer server = await WsManServer.StartAsync(hosts, SimulatedServer.Options(), CancellationToken.None);
        using RawClient client = new(server, hosts);

        Assert.Equal("0", await Do("StopService"));
        Assert.Equal("5", await Do("StopService"));
        Assert.Equal("21", await Do("ChangeStartMode", "<p:StartMode>Auto</p:StartMode>"));
        Assert.Equal("0", await Do("ChangeStartMode", "<p:StartMode>Disabled</p:StartMode>"));
        Assert.Equal("14", await Do("StartService"));
        Assert.Equal(("Stopped", "Disabled"), await StateAsync("SVC-1"));
        Assert.Equal(("Running", "Auto"), await StateAsync("SVC-2"));
        XElement start = await client.AskAsync("SVC-1", Soap.Invoke(Soap.Cimv2 + "StdRegProv", "GetDWORDValue",
            @"<p:sSubKeyName>SYSTEM\CurrentControlSet\Services\Spooler</p:sSubKeyName><p:sValueName>Start</p:sValueName>"));
        Assert.Equal("4", start.Descendants().Single(e => e.Name.LocalName == "uValue").Value);

        Assert.Equal("0", await Do("ChangeStartMode", "<p:StartMode>Automatic</p:StartMode>"));
        Assert.Equal("0", await Do("StartService"));
        Assert.Equal("10", await Do("StartService"));
        Assert.Equal(("Running", "Auto"), await StateAsync("SVC-1"));

        Assert.Equal(2150858752u, (await client.FaultAsync("SVC-1", Soap.Invoke(Uri, "StopService", "",
            "<wsman:SelectorSet>" + Soap.Selector("Name", "NoSuch") + "</wsman:SelectorSet>"))).Number);

        async Task<string> Do(string method, string parameters = "") =>
            (await client.AskAsync("SVC-1", Soap.Invoke(Uri, method, parameters,
                "<wsman:SelectorSet>" + Soap.Selector("Name", "spooler") + "</wsman:SelectorSet>")))
            .Descendants(XName.Get("ReturnValue", Uri)).Single().Value;

        async Task<(string State, string StartMode)> StateAsync(string host)
        {
            XElement service = (await client.AskAsync(host, Soap.Get(Uri, Soap.Selector("Name", "Spooler")))).Body().Elements().Single();
            return (service.Element(XName.Get("State", Uri))!.Value, service.Element(XName.Get("StartMode", Uri))!.Value);
        }
    }
}
