using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>Enumerate, Pull and Release as MS-WSMV §4.1.2 and the captures of real hosts in zenoss/txwinrm show them.</summary>
public class EnumerateTests(SimulatedServer server) : IClassFixture<SimulatedServer>
{
    private const string Things = Soap.Cimv2 + "Test_Thing";
    private const string Host = "PLAIN-01";

    [Fact]
    public async Task A_plain_enumeration_begins_with_a_context_and_nothing_else()
    {
        XElement reply = await server.AskAsync(Host, Soap.Enumerate(Things));

        XElement response = Assert.Single(reply.Body().Elements());
        Assert.Equal(Soap.N + "EnumerateResponse", response.Name);
        Assert.Equal(Soap.N + "EnumerationContext", Assert.Single(response.Elements()).Name);
        Assert.StartsWith("uuid:", reply.Context(), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reply_relates_to_the_request()
    {
        XElement header = (await server.AskAsync(Host, Soap.Enumerate(Things))).Element(Soap.S + "Header")!;

        Assert.Equal(Soap.MessageId, header.Element(Soap.A + "RelatesTo")!.Value);
        Assert.Equal(Soap.Enumeration + "/EnumerateResponse", header.Element(Soap.A + "Action")!.Value);
        Assert.Equal(Soap.A.NamespaceName + "/role/anonymous", header.Element(Soap.A + "To")!.Value);
    }

    [Fact]
    public async Task Pull_gives_one_item_by_default_and_a_new_context_each_time()
    {
        string first = (await server.AskAsync(Host, Soap.Enumerate(Things))).Context()!;
        XElement page = await server.AskAsync(Host, Soap.Pull(Things, first));
        Assert.Equal(Soap.N + "PullResponse", page.Body().Elements().Single().Name);
        Assert.Single(page.Items());
        string second = page.Context()!;
        Assert.NotEqual(first, second);

        XElement last = await server.AskAsync(Host, Soap.Pull(Things, second));
        Assert.Single(last.Items());
        Assert.Null(last.Context());
        Assert.NotNull(last.Body().Element(Soap.N + "PullResponse")!.Element(Soap.N + "EndOfSequence"));
        Assert.NotEqual(page.Items()[0].Value, last.Items()[0].Value);
    }

    [Fact]
    public async Task An_optimised_page_that_says_all_has_an_empty_context_and_speaks_the_wsman_namespace()
    {
        XElement response = (await server.AskAsync(Host, Soap.Optimized(Things, 100))).Body().Element(Soap.N + "EnumerateResponse")!;

        Assert.Equal(
            [Soap.N + "EnumerationContext", Soap.W + "Items", Soap.W + "EndOfSequence"], response.Elements().Select(e => e.Name));
        Assert.Equal("", response.Element(Soap.N + "EnumerationContext")!.Value);
        Assert.Equal(2, response.Element(Soap.W + "Items")!.Elements().Count());
    }

    [Fact]
    public async Task Optimised_pages_of_one_item_are_followed_by_pages_in_the_enumeration_namespace()
    {
        XElement first = await server.AskAsync(Host, Soap.Optimized(Things, 1));
        Assert.Single(first.Items());
        Assert.Empty(first.Descendants(Soap.W + "EndOfSequence"));

        XElement last = await server.AskAsync(Host, Soap.Pull(Things, first.Context()!, 10));
        Assert.Single(last.Descendants(Soap.N + "Items").Elements());
        Assert.NotEmpty(last.Descendants(Soap.N + "EndOfSequence"));
    }

    [Fact]
    public async Task A_class_without_instances_gives_no_items_and_the_end()
    {
        XElement reply = await server.AskAsync(Host, Soap.Optimized(Soap.Wmi + "root/StandardCimv2/Test_Row", 10));

        Assert.Empty(reply.Items());
        Assert.NotEmpty(reply.Descendants(Soap.W + "EndOfSequence"));
    }

    [Fact]
    public async Task A_context_serves_once()
    {
        string context = (await server.AskAsync(Host, Soap.Enumerate(Things))).Context()!;
        await server.AskAsync(Host, Soap.Pull(Things, context));

        Fault fault = await server.FaultAsync(Host, Soap.Pull(Things, context));
        Assert.Equal(("s:Receiver", "n:InvalidEnumerationContext", 2150858779u), (fault.Code, fault.Subcode, fault.Number));
    }

    [Fact]
    public async Task A_released_context_is_gone()
    {
        string context = (await server.AskAsync(Host, Soap.Enumerate(Things))).Context()!;
        XElement released = await server.AskAsync(Host, Soap.Release(Things, context));
        Assert.Empty(released.Body().Elements());

        Assert.Equal(2150858779u, (await server.FaultAsync(Host, Soap.Pull(Things, context))).Number);
    }

    [Fact]
    public async Task A_context_of_another_host_is_not_valid()
    {
        string context = (await server.AskAsync(Host, Soap.Enumerate(Things))).Context()!;

        Assert.Equal(2150858779u, (await server.FaultAsync("NIHON-01", Soap.Pull(Things, context))).Number);
    }

    [Fact]
    public async Task References_and_both_together_are_given_on_demand()
    {
        const string mode = "<wsman:EnumerationMode>{0}</wsman:EnumerationMode>";
        XElement references = await server.AskAsync(Host, Soap.Optimized(Things, 10, mode.Replace("{0}", "EnumerateEPR")));
        IReadOnlyList<XElement> items = references.Items();
        Assert.All(items, i => Assert.Equal(Soap.A + "EndpointReference", i.Name));
        XElement parameters = items[1].Element(Soap.A + "ReferenceParameters")!;
        Assert.Equal(Things, parameters.Element(Soap.W + "ResourceURI")!.Value);
        Assert.Equal(
            [("Name", "Two"), ("Number", "2")],
            parameters.Element(Soap.W + "SelectorSet")!.Elements().Select(s => (s.Attribute("Name")!.Value, s.Value)));

        XElement both = await server.AskAsync(Host, Soap.Optimized(Things, 10, mode.Replace("{0}", "EnumerateObjectAndEPR")));
        Assert.All(both.Items(), i => Assert.Equal(
            [XName.Get("Test_Thing", Things), Soap.A + "EndpointReference"], i.Elements().Select(e => e.Name)));

        Fault fault = await server.FaultAsync(Host, Soap.Optimized(Things, 10, mode.Replace("{0}", "Nonsense")));
        Assert.Equal(("w:UnsupportedFeature", "EnumerationMode"), (fault.Subcode, fault.Detail));
    }
}
