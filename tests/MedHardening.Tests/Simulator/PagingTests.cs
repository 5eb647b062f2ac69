using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>Pages end before the envelope grows over what the client takes; enumerations nobody pulls go away.</summary>
public sealed class PagingTests : IAsyncLifetime, IDisposable
{
    private const string Rows = Soap.Wmi + "root/StandardCimv2/Test_Row";
    private const string Host = "PAGES-1";

    private readonly ManualClock _clock = new();
    private WsManServer? _server;
    private RawClient? _client;

    private RawClient Client => _client!;

    public async Task InitializeAsync()
    {
        SimulatedHost[] hosts = [SimulatedServer.Load("rows.yaml", Host, "127.9.4.1")];
        WsManServerOptions plain = SimulatedServer.Options();
        _server = await WsManServer.StartAsync(hosts, new WsManServerOptions
        {
            Listen = plain.Listen,
            AllowBasic = true,
            AllowUnencrypted = true,
            Users = plain.Users,
            Clock = _clock,
            MaxBatchItems = 20,
            MaxConcurrentOperationsPerUser = 3,
        }, CancellationToken.None);
        _client = new RawClient(_server, hosts);
    }

    public async Task DisposeAsync() => await _server!.DisposeAsync();

    public void Dispose() => _client?.Dispose();

    [Theory]
    [InlineData(8192)]
    [InlineData(9000)]
    [InlineData(20000)]
    public async Task No_reply_is_larger_than_asked_and_no_row_is_lost(int maxEnvelopeSize)
    {
        List<string> seen = [];
        XElement page = await SmallAsync(Soap.Optimized(Rows, 1000, maxEnvelopeSize: maxEnvelopeSize));
        while (true)
        {
            seen.AddRange(page.Items().Select(i => i.Element(XName.Get("InstanceID", Rows))!.Value));
            if (string.IsNullOrEmpty(page.Context()))
                break;
            page = await SmallAsync(Soap.Pull(Rows, page.Context()!, 1000).Replace("153600", maxEnvelopeSize.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
        Assert.Equal(Enumerable.Range(1, 30).Select(n => "row-" + n), seen);

        async Task<XElement> SmallAsync(string envelope)
        {
            using HttpResponseMessage response = await Client.PostAsync(Host, envelope);
            byte[] bytes = await response.Content.ReadAsByteArrayAsync();
            Assert.InRange(bytes.Length, 1, maxEnvelopeSize);
            return XElement.Parse(System.Text.Encoding.UTF8.GetString(bytes));
        }
    }

    [Fact]
    public async Task One_row_that_is_larger_than_the_envelope_is_a_fault_on_its_turn()
    {
        const string things = Soap.Cimv2 + "Test_Thing";
        XElement page = await Client.AskAsync(Host, Soap.Optimized(things, 10, maxEnvelopeSize: 8192));
        Assert.Single(page.Items());

        Fault fault = await Client.FaultAsync(Host, Soap.Pull(things, page.Context()!, 10).Replace("153600", "8192"));
        Assert.Equal(("w:EncodingLimit", 2150858824u), (fault.Subcode, fault.Number));
    }

    [Fact]
    public async Task The_server_gives_no_more_items_than_it_likes()
    {
        Assert.Equal(20, (await Client.AskAsync(Host, Soap.Optimized(Rows, 32000))).Items().Count);
    }

    [Fact]
    public async Task An_enumeration_idle_for_a_minute_is_gone()
    {
        string first = (await Client.AskAsync(Host, Soap.Enumerate(Rows))).Context()!;
        _clock.Advance(TimeSpan.FromSeconds(59));
        string second = (await Client.AskAsync(Host, Soap.Pull(Rows, first))).Context()!;
        _clock.Advance(TimeSpan.FromSeconds(59));
        string third = (await Client.AskAsync(Host, Soap.Pull(Rows, second))).Context()!;
        _clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal(2150858779u, (await Client.FaultAsync(Host, Soap.Pull(Rows, third))).Number);
    }

    [Fact]
    public async Task Unfinished_enumerations_of_one_account_are_limited_until_they_end_or_expire()
    {
        string[] contexts = [await BeginAsync(), await BeginAsync(), await BeginAsync()];
        Fault fault = await Client.FaultAsync(Host, Soap.Enumerate(Rows));
        Assert.Equal(("w:InternalError", 2150859174u), (fault.Subcode, fault.Number));

        await Client.AskAsync(Host, Soap.Release(Rows, contexts[0]));
        await BeginAsync();
        Assert.Equal(2150859174u, (await Client.FaultAsync(Host, Soap.Enumerate(Rows))).Number);
        _clock.Advance(TimeSpan.FromSeconds(61));
        await BeginAsync();

        async Task<string> BeginAsync() => (await Client.AskAsync(Host, Soap.Enumerate(Rows))).Context()!;
    }

    private sealed class ManualClock : TimeProvider
    {
        private DateTimeOffset _now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;

        public void Advance(TimeSpan time) => _now += time;
    }
}
