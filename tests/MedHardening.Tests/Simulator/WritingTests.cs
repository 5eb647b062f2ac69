using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>What requests that change something do to a host, and what others do to it meanwhile.</summary>
public class WritingTests
{
    private const string Registry = Soap.Cimv2 + "StdRegProv";
    private const string Service = Soap.Cimv2 + "Win32_Service";

    [Fact]
    public async Task Keys_may_be_read_only_and_every_write_is_counted_also_a_refused_one()
    {
        await using Conversation host = await Conversation.BeginAsync();
        string closed = "<p:sSubKeyName>SOFTWARE\\Closed</p:sSubKeyName><p:sValueName>Number</p:sValueName>";
        Assert.Equal("0", await host.DoAsync(Registry, "GetDWORDValue", closed));
        Assert.Equal("5", await host.DoAsync(Registry, "SetDWORDValue", closed + "<p:uValue>2</p:uValue>"));
        Assert.Equal("5", await host.DoAsync(Registry, "DeleteValue", closed));
        Assert.Equal("5", await host.DoAsync(Registry, "CreateKey", "<p:sSubKeyName>SOFTWARE\\Closed\\Below</p:sSubKeyName>"));
        Assert.Equal(3, host.Host.Writes.Count);
    }

    [Fact]
    public async Task A_service_stops_after_those_that_run_on_it_and_starts_what_it_runs_on()
    {
        await using Conversation host = await Conversation.BeginAsync();
        Assert.Equal("3", await host.DoAsync(Service, "StopService", "", "Fax"));
        Assert.Equal("0", await host.DoAsync(Service, "StopService", "", "FaxQueue"));
        Assert.Equal("0", await host.DoAsync(Service, "StopService", "", "Fax"));
        Assert.Equal("0", await host.DoAsync(Service, "StartService", "", "FaxQueue"));
        Assert.Equal("10", await host.DoAsync(Service, "StartService", "", "Fax"));
        Assert.Equal("0", await host.DoAsync(Service, "StopService", "", "FaxQueue"));
        Assert.Equal("0", await host.DoAsync(Service, "StopService", "", "Fax"));
        Assert.Equal("0", await host.DoAsync(Service, "ChangeStartMode", "<p:StartMode>Disabled</p:StartMode>", "Fax"));
        Assert.Equal("13", await host.DoAsync(Service, "StartService", "", "FaxQueue"));
    }

    [Fact]
    public async Task A_refresh_of_policy_writes_again_what_it_says()
    {
        await using Conversation host = await Conversation.BeginAsync("policy.yaml");
        host.Host.SetValue(@"HKLM\SOFTWARE\Ward", "Number", 5u);
        host.Host.RefreshPolicy();
        Assert.Contains(@"HKLM\SOFTWARE\Ward\Number DWord 1", host.Host.DumpRegistry());
    }

    private sealed class Conversation(SimulatedHost host, WsManServer server, RawClient client) : System.IAsyncDisposable
    {
        public SimulatedHost Host => host;

        public static async Task<Conversation> BeginAsync(string file = "ward.yaml")
        {
            SimulatedHost host = SimulatedServer.Load(Path.Combine("..", "..", "Changes", "Hosts", file), "W-1", "127.9.4.1");
            WsManServer server = await WsManServer.StartAsync([host], SimulatedServer.Options(), CancellationToken.None);
            return new Conversation(host, server, new RawClient(server, [host]));
        }

        public async Task<string> DoAsync(string uri, string method, string parameters, string? service = null)
        {
            string selectors = service is null ? "" : "<wsman:SelectorSet>" + Soap.Selector("Name", service) + "</wsman:SelectorSet>";
            XElement answer = await client.AskAsync("W-1", Soap.Invoke(uri, method, parameters, selectors));
            return answer.Descendants().Single(e => e.Name.LocalName == "ReturnValue").Value;
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await server.DisposeAsync();
        }
    }
}
