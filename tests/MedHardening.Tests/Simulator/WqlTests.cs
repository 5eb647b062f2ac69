using System.Linq;
using System.Threading.Tasks;
using System.Xml.Linq;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>WQL over four services and two things; the expected names are those of the rows in Hosts/plain.yaml.</summary>
public class WqlTests(SimulatedServer server) : IClassFixture<SimulatedServer>
{
    private const string Spooler = "Spooler";
    private const string Registry = "RemoteRegistry";
    private const string Odd = "odd_50%[x]";
    private const string Time = "W32Time";

    [Theory]
    [InlineData("SELECT * FROM Win32_Service", Spooler, Registry, Odd, Time)]
    [InlineData("select * from WIN32_SERVICE where state='RUNNING'", Spooler, Time)]
    [InlineData("SELECT * FROM Win32_Service WHERE State <> 'Running'", Registry, Odd)]
    [InlineData("SELECT * FROM Win32_Service WHERE State != 'Running'", Registry, Odd)]
    [InlineData("SELECT * FROM Win32_Service WHERE Started = TRUE AND StartMode = \"Auto\"", Spooler)]
    [InlineData("SELECT * FROM Win32_Service WHERE Started = false", Registry, Odd)]
    [InlineData("SELECT * FROM Win32_Service WHERE StartMode='Auto' OR StartMode='Disabled' AND Started=TRUE", Spooler)]
    [InlineData("SELECT * FROM Win32_Service WHERE (StartMode='Auto' OR StartMode='Manual') AND Started=TRUE", Spooler, Time)]
    [InlineData("SELECT * FROM Win32_Service WHERE NOT State='Running'", Registry, Odd)]
    [InlineData("SELECT * FROM Win32_Service WHERE NOT (State='Running' OR Name='RemoteRegistry')", Odd)]
    [InlineData("SELECT * FROM Win32_Service WHERE ProcessId > 90", Spooler)]
    [InlineData("SELECT * FROM Win32_Service WHERE ProcessId >= 90", Spooler, Time)]
    [InlineData("SELECT * FROM Win32_Service WHERE ProcessId < 90", Registry)]
    [InlineData("SELECT * FROM Win32_Service WHERE ProcessId <= 90", Registry, Time)]
    [InlineData("SELECT * FROM Win32_Service WHERE ProcessId = '90'", Time)]
    [InlineData("SELECT * FROM Win32_Service WHERE ProcessId IS NULL", Odd)]
    [InlineData("SELECT * FROM Win32_Service WHERE ProcessId = NULL", Odd)]
    [InlineData("SELECT * FROM Win32_Service WHERE ProcessId IS NOT NULL", Spooler, Registry, Time)]
    [InlineData("SELECT * FROM Win32_Service WHERE Name < 'S'", Registry, Odd)]
    [InlineData("SELECT * FROM Win32_Service WHERE Name LIKE '%r%'", Spooler, Registry)]
    [InlineData("SELECT * FROM Win32_Service WHERE Name LIKE 's_ooler'", Spooler)]
    [InlineData("SELECT * FROM Win32_Service WHERE Name LIKE '[a-r]%'", Registry, Odd)]
    [InlineData("SELECT * FROM Win32_Service WHERE Name LIKE '[^a-r]%'", Spooler, Time)]
    [InlineData("SELECT * FROM Win32_Service WHERE Name LIKE 'odd[_]50[%][[]x]'", Odd)]
    [InlineData("SELECT * FROM Win32_Service WHERE NOT Name LIKE '%e%'", Odd)]
    [InlineData("SELECT * FROM Win32_Service WHERE Name LIKE 'Spool'")]
    [InlineData("SELECT * FROM Win32_Service WHERE DisplayName = 'It\\'s \"odd\" \\\\ here'", Odd)]
    [InlineData("SELECT * FROM Win32_Service WHERE DisplayName = \"It's \\\"odd\\\" \\\\ here\"", Odd)]
    [InlineData("SELECT * FROM Test_Thing WHERE Big = 18446744073709551615", "One <&> \"é 日本\"")]
    [InlineData("SELECT * FROM Test_Thing WHERE CDup = -7", "One <&> \"é 日本\"")]
    [InlineData("SELECT * FROM Test_Thing WHERE Ratio > 1.4 AND Ratio < 1.6", "One <&> \"é 日本\"")]
    [InlineData("SELECT * FROM Test_Thing WHERE When = '20261101000000.000000+000'", "One <&> \"é 日本\"")]
    [InlineData("SELECT * FROM Test_Thing WHERE When >= '20261101090000.000001+540'")]
    [InlineData("SELECT * FROM Test_Thing WHERE CSName = 'PLAIN-01'", "One <&> \"é 日本\"")]
    public async Task A_query_gives_the_rows_that_match(string query, params string[] expected)
    {
        XElement reply = await server.AskAsync("PLAIN-01", Soap.Wql(query));

        Assert.Equal(expected, reply.Items().Select(i => i.Elements().Single(e => e.Name.LocalName == "Name").Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("SELECT FROM Win32_Service")]
    [InlineData("SELECT * Win32_Service")]
    [InlineData("SELECT * FROM Win32_Service WHERE")]
    [InlineData("SELECT * FROM Win32_Service WHERE Name")]
    [InlineData("SELECT * FROM Win32_Service WHERE Name = ")]
    [InlineData("SELECT * FROM Win32_Service WHERE Name = 'x")]
    [InlineData("SELECT * FROM Win32_Service WHERE (Name = 'x'")]
    [InlineData("SELECT * FROM Win32_Service WHERE Name = 'x' extra")]
    [InlineData("SELECT * FROM Win32_Service WHERE Nonsense = 'x'")]
    [InlineData("SELECT Nonsense FROM Win32_Service")]
    [InlineData("SELECT * FROM Win32_Service WHERE ProcessId = 'many'")]
    [InlineData("SELECT * FROM Win32_Service WHERE Started = 'maybe'")]
    [InlineData("SELECT * FROM Win32_Service WHERE ProcessId < NULL")]
    [InlineData("SELECT * FROM Test_Thing WHERE When > 'yesterday'")]
    [InlineData("SELECT * FROM Test_Thing WHERE Texts = 'a'")]
    [InlineData("DELETE FROM Win32_Service")]
    public async Task A_bad_query_is_a_filter_that_cannot_be_processed(string query)
    {
        Fault fault = await server.FaultAsync("PLAIN-01", Soap.Wql(query));

        Assert.Equal(("s:Sender", "n:CannotProcessFilter", 2150858778u), (fault.Code, fault.Subcode, fault.Number));
    }

    [Fact]
    public async Task A_query_as_deep_or_as_long_as_a_stack_is_refused()
    {
        string deep = "SELECT * FROM Win32_Service WHERE " + new string('(', 100_000) + "Name='x'" + new string(')', 100_000);
        string wide = "SELECT * FROM Win32_Service WHERE Name='x'" + string.Concat(Enumerable.Repeat(" OR Name='x'", 20_000));

        Assert.Equal(2150858778u, (await server.FaultAsync("PLAIN-01", Soap.Wql(deep))).Number);
        Assert.Equal(2150858778u, (await server.FaultAsync("PLAIN-01", Soap.Wql(wide))).Number);
    }

    [Fact]
    public async Task A_projection_gives_bare_fragments_in_alphabetical_order()
    {
        XElement item = Assert.Single(
            (await server.AskAsync("PLAIN-01", Soap.Wql("SELECT When, name, BIG, Zebra, CSName, CDup FROM Test_Thing WHERE Number = 1"))).Items());

        Assert.Equal(Soap.W + "XmlFragment", item.Name);
        Assert.Equal(
            [("Big", "18446744073709551615"), ("CDup", "-7"), ("CSName", "PLAIN-01"), ("Name", "One <&> \"é 日本\""), ("When", "2026-11-01T09:00:00+09:00"), ("Zebra", "")],
            item.Elements().Select(e => (e.Name.ToString(), e.Value)));
        Assert.Equal("true", item.Element("Zebra")!.Attribute(Soap.Xsi + "nil")!.Value);
        Assert.NotNull(item.Element("When")!.Element("Datetime"));
    }

    [Fact]
    public async Task Only_the_star_takes_a_query_and_it_takes_nothing_else()
    {
        string onClass = Soap.Optimized(Soap.Cimv2 + "Win32_Service", 10,
            "<wsman:Filter Dialect=\"http://schemas.microsoft.com/wbem/wsman/1/WQL\">SELECT * FROM Win32_Service</wsman:Filter>");
        Assert.Equal(2150859003u, (await server.FaultAsync("PLAIN-01", onClass)).Number);
        Assert.Equal(2150858778u, (await server.FaultAsync("PLAIN-01", Soap.Optimized(Soap.Cimv2 + "*", 10))).Number);

        Fault dialect = await server.FaultAsync("PLAIN-01", Soap.Optimized(Soap.Cimv2 + "*", 10,
            "<wsman:Filter Dialect=\"http://www.w3.org/TR/1999/REC-xpath-19991116\">../x</wsman:Filter>"));
        Assert.Equal("n:FilterDialectRequestedUnavailable", dialect.Subcode);
    }

    [Fact]
    public async Task A_selector_filter_compares_scalars()
    {
        static string Filter(string selectors) => Soap.Optimized(Soap.Cimv2 + "Win32_Service", 10,
            "<wsman:Filter Dialect=\"http://schemas.dmtf.org/wbem/wsman/1/wsman/SelectorFilter\"><wsman:SelectorSet>"
            + selectors + "</wsman:SelectorSet></wsman:Filter>");

        XElement reply = await server.AskAsync("PLAIN-01", Filter(Soap.Selector("StartMode", "manual") + Soap.Selector("State", "Stopped")));
        Assert.Equal([Odd], reply.Items().Select(i => i.Element(XName.Get("Name", Soap.Cimv2 + "Win32_Service"))!.Value));

        Assert.Equal(2150858778u, (await server.FaultAsync("PLAIN-01", Filter(Soap.Selector("State", "Stop'ped")))).Number);
        Assert.Equal(2150858778u, (await server.FaultAsync("PLAIN-01", Filter(Soap.Selector("State", "a") + Soap.Selector("state", "b")))).Number);
    }
}
