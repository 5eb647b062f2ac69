using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

public class MisbehaviourTests(SimulatedServer server) : IClassFixture<SimulatedServer>
{
    private const string Services = Soap.Cimv2 + "Win32_Service";
    private const string Provider = Soap.Wmi + "root/default/StdRegProv";

    [Fact]
    public async Task A_denied_host_signs_in_and_then_refuses_everything_as_WMI_does()
    {
        foreach (string envelope in new[] { Soap.Enumerate(Services), Soap.Invoke(Provider, "EnumKey", ""), Soap.Get(Soap.Cimv2 + "Win32_OperatingSystem") })
        {
            Fault fault = await server.FaultAsync("DENIED-01", envelope);
            Assert.Equal(("s:Sender", "w:AccessDenied", 2150859012u, true), (fault.Code, fault.Subcode, fault.Number, fault.IsWmi));
        }
    }

    [Fact]
    public async Task Whoever_may_only_read_invokes_nothing_and_whoever_may_nothing_does_not_even_read()
    {
        SimulatedHost[] hosts = [SimulatedServer.Load("reading.yaml", "READ-1", "127.9.0.1"), SimulatedServer.Load("outside.yaml", "OUT-1", "127.9.0.2")];
        await using WsManServer own = await WsManServer.StartAsync(hosts, SimulatedServer.Options(), CancellationToken.None);
        using RawClient client = new(own, hosts);

        Assert.Equal(4, (await client.AskAsync("READ-1", Soap.Optimized(Services, 10))).Items().Count);
        Fault method = await client.FaultAsync("READ-1", Soap.Invoke(Provider, "EnumKey", ""));
        Assert.Equal(("w:AccessDenied", 5u, false), (method.Subcode, method.Number, method.IsWmi));
        Assert.Equal(5u, (await client.FaultAsync("OUT-1", Soap.Optimized(Services, 10))).Number);
    }

    [Fact]
    public async Task A_rejecting_host_takes_no_credential()
    {
        using HttpResponseMessage response = await server.PostAsync("REJECT-01", Soap.Enumerate(Services));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_faulting_host_says_its_code_to_everything()
    {
        Assert.Equal(2150859174u, (await server.FaultAsync("FAULT-01", Soap.Enumerate(Services))).Number);
    }

    [Fact]
    public async Task A_dropping_host_breaks_off_in_the_middle_of_its_second_reply_only()
    {
        SimulatedHost[] hosts = [SimulatedServer.Load("dropping.yaml", "DROP-2", "127.9.5.1")];
        await using WsManServer own = await WsManServer.StartAsync(hosts, SimulatedServer.Options(), CancellationToken.None);
        using RawClient client = new(own, hosts);

        await client.AskAsync("DROP-2", Soap.Enumerate(Services));
        HttpRequestException broken = await Assert.ThrowsAsync<HttpRequestException>(() => client.AskAsync("DROP-2", Soap.Optimized(Services, 10)));
        Assert.IsAssignableFrom<IOException>(broken.InnerException);
        await client.AskAsync("DROP-2", Soap.Enumerate(Services));
    }

    [Fact]
    public async Task A_Japanese_host_words_its_faults_in_Japanese_and_numbers_them_alike()
    {
        Fault english = await server.FaultAsync("PLAIN-01", Soap.Enumerate(Soap.Cimv2 + "Win32_Nonsense"));
        Fault japanese = await server.FaultAsync("NIHON-01", Soap.Enumerate(Soap.Cimv2 + "Win32_Nonsense"));

        Assert.Equal((english.Code, english.Subcode, english.Number), (japanese.Code, japanese.Subcode, japanese.Number));
        XElement text = Assert.Single(japanese.Envelope.Descendants(Soap.S + "Text"));
        Assert.Equal("ja-JP", text.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.Contains("存在しません", text.Value);
    }

    [Fact]
    public async Task An_old_host_wraps_what_WMI_says_in_a_provider_fault()
    {
        Fault fault = await server.FaultAsync("NIHON-01", Soap.Enumerate(Soap.Cimv2 + "Win32_Nonsense"));
        XNamespace f = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault";

        Assert.False(fault.IsWmi);
        XElement inner = Assert.Single(fault.Envelope.Descendants(f + "ProviderFault")).Element(f + "WSManFault")!;
        Assert.Equal("2147749904", inner.Attribute("Code")!.Value);
    }
}
