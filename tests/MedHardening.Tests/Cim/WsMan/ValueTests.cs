using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan;

/// <summary>Property values: DSP0230, MS-WSMV §3.1.4.1.25–26, and what OMI and libmi write differently.</summary>
public sealed class ValueTests
{
    private const string Declarations =
        " xmlns:p=\"" + SoapText.Resource + "\" xmlns:cim=\"http://schemas.dmtf.org/wbem/wscim/1/common\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"";

    [Theory]
    [InlineData("<p:V>18446744073709551615</p:V>", "18446744073709551615")]
    [InlineData("<p:V></p:V>", "")]
    [InlineData("<p:V/>", "")]
    [InlineData("<p:V> two  blanks </p:V>", " two  blanks ")]
    [InlineData("<p:V>a\r\nb&#13;&#10;c</p:V>", "a\nb\r\nc")]
    [InlineData("<p:V><![CDATA[<a>&amp;]]> &lt;b&gt; &#x3042;</p:V>", "<a>&amp; <b> あ")]
    [InlineData("<p:V>before<!-- a comment -->after</p:V>", "beforeafter")]
    [InlineData("<p:V>ﾌﾟﾘﾝﾀｰ 印刷 𠮷</p:V>", "ﾌﾟﾘﾝﾀｰ 印刷 𠮷")]
    public async Task A_scalar_without_a_type_stays_text(string xml, string expected) =>
        Assert.Equal(expected, (await ReadAsync(xml))["V"]);

    [Fact]
    public async Task A_long_text_comes_whole()
    {
        string text = string.Concat(Enumerable.Range(0, 20_000).Select(i => (char)('ぁ' + (i % 80))));
        Assert.Equal(text, (await ReadAsync("<p:V>" + text + "</p:V>"))["V"]);
    }

    [Theory]
    [InlineData("𠮷")]
    [InlineData("あ")]
    [InlineData("x")]
    [InlineData("&amp;")]
    public async Task A_text_comes_whole_whatever_its_length_and_characters(string unit)
    {
        string character = unit == "&amp;" ? "&" : unit;
        for (int length = 250; length < 262; length++)
        {
            CimObject row = await ReadAsync(
                "<p:V>" + new string('y', length) + unit + "z</p:V><p:W>" + string.Concat(Enumerable.Repeat(unit, length)) + "</p:W>");
            Assert.Equal(new string('y', length) + character + "z", row["V"]);
            Assert.Equal(string.Concat(Enumerable.Repeat(character, length)), row["W"]);
        }
    }

    [Theory]
    [InlineData("<p:V xsi:nil=\"true\"/>")]
    [InlineData("<p:V xsi:nil=\"1\"></p:V>")]
    [InlineData("<p:V xs:nil=\"true\"/>")] // libmi declares the prefix without "-instance"
    public async Task Null_is_there_and_null(string xml)
    {
        CimObject row = await ReadAsync(xml);
        Assert.True(row.Has("V"));
        Assert.Null(row["V"]);
        Assert.Empty(row.List("V"));
    }

    [Theory]
    [InlineData("<cim:Datetime>2014-04-03T14:45:50.46875+08:00</cim:Datetime>", "2014-04-03T06:45:50.4687500")]
    [InlineData("<cim:Datetime>2026-11-22T11:15:00Z</cim:Datetime>", "2026-11-22T11:15:00.0000000")]
    [InlineData("<cim:Datetime>2026-11-22T11:15:00.123456789-03:30</cim:Datetime>", "2026-11-22T14:45:00.1234567")]
    [InlineData("<cim:Datetime>2001-01-01T01:01:01.000001+13:50</cim:Datetime>", "2000-12-31T11:11:01.0000010")]
    [InlineData("<Datetime>2026-11-22T11:15:00+09:00</Datetime>", "2026-11-22T02:15:00.0000000")] // rows of a projection
    public async Task A_datetime_is_a_point_in_time_whatever_its_digits_and_zone(string xml, string utc)
    {
        DateTimeOffset value = Assert.IsType<DateTimeOffset>((await ReadAsync("<p:V>" + xml + "</p:V>"))["V"]);
        Assert.Equal(utc, value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff", null));
    }

    [Theory]
    [InlineData("P0DT0H1M40S", 100)]
    [InlineData("P1DT2H3M4.5S", 93784.5)]
    [InlineData("PT0.0000001S", 0.0000001)]
    [InlineData("P42D", 3628800)]
    [InlineData("-PT30M", -1800)]
    public async Task An_interval_is_a_length_of_time(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromTicks((long)Math.Round(seconds * 10_000_000)), (await ReadAsync("<p:V><cim:Interval>" + text + "</cim:Interval></p:V>"))["V"]);

    [Theory]
    [InlineData("<cim:Datetime>2026-13-41T00:00:00Z</cim:Datetime>")]
    [InlineData("<cim:Datetime>2026-11-22T11:15:00+99:00</cim:Datetime>")]
    [InlineData("<cim:Datetime>9999-12-31T23:59:59-10:00</cim:Datetime>")]
    [InlineData("<cim:Datetime>tomorrow</cim:Datetime>")]
    [InlineData("<cim:Datetime/>")]
    public async Task An_impossible_date_is_unreadable_only_for_who_asks_for_it(string xml)
    {
        CimObject row = await ReadAsync("<p:V>" + xml + "</p:V><p:Other>1</p:Other>");
        Assert.Equal(CimFaultKind.Protocol, Assert.Throws<CimFault>(() => row.DateTime("V")).Kind);
        Assert.Equal(1u, row.UInt32("Other"));
    }

    [Theory]
    [InlineData("P1Y")]
    [InlineData("P99999999999999999999D")]
    [InlineData("P999999999999D")]
    [InlineData("P")]
    [InlineData("P1DT")]
    [InlineData("P1D2")]
    [InlineData("PT1.S")]
    [InlineData("soon")]
    public async Task An_impossible_interval_stays_text(string text) =>
        Assert.Equal(text, (await ReadAsync("<p:V><cim:Interval>" + text + "</cim:Interval></p:V>"))["V"]);

    [Theory]
    [InlineData("TRUE", true)] // OMI
    [InlineData("true", true)]
    [InlineData("False", false)]
    public async Task A_boolean_is_read_whatever_its_case(string text, bool expected) =>
        Assert.Equal(expected, (await ReadAsync("<p:V>" + text + "</p:V>")).Boolean("V"));

    [Fact]
    public async Task A_declared_type_is_taken_at_its_word()
    {
        CimObject row = await ReadAsync(
            "<p:A xsi:type=\"cim:cimUnsignedInt\">4294967295</p:A><p:B xsi:type=\"cim:cimBoolean\">TRUE</p:B>"
            + "<p:C xsi:type=\"xs:int\">-7</p:C><p:D xsi:type=\"cim:cimDateTime\">2026-11-22T11:15:00Z</p:D>"
            + "<p:E xsi:type=\"cim:cimString\">5</p:E><p:F xsi:type=\"xs:double\">1.5</p:F><p:G xsi:type=\"xs:int\">seven</p:G>");
        Assert.Equal(
            [4294967295ul, true, -7L, new DateTimeOffset(2026, 11, 22, 11, 15, 0, TimeSpan.Zero), "5", 1.5, "seven"],
            row.Properties.Select(p => p.Value));
    }

    [Fact]
    public async Task Repeated_elements_are_an_array_also_with_others_between_them()
    {
        CimObject row = await ReadAsync("<p:A>1</p:A><p:B>x</p:B><p:A>2</p:A><p:A xsi:nil=\"true\"/>");
        Assert.Equal(["1", "2", null], row.Strings("A"));
        Assert.Equal(["x"], row.Strings("B"));
        Assert.Equal(["A", "B"], row.Properties.Select(p => p.Key));
    }

    [Fact]
    public async Task An_embedded_instance_has_its_own_class_and_properties()
    {
        CimObject row = await ReadAsync(
            "<p:Action xmlns:q=\"urn:q\" xsi:type=\"q:MSFT_TaskExecAction_Type\"><q:Execute>cmd</q:Execute><q:Args>1</q:Args><q:Args>2</q:Args></p:Action>"
            + "<p:Trigger><x>1</x></p:Trigger><p:Trigger><x>2</x></p:Trigger><p:Last>z</p:Last>");
        CimObject action = Assert.IsType<CimObject>(row["Action"]);
        Assert.Equal("MSFT_TaskExecAction", action.ClassName);
        Assert.Equal("cmd", action.String("Execute"));
        Assert.Equal(["1", "2"], action.Strings("Args"));
        Assert.Equal(["1", "2"], row.List("Trigger").Select(t => ((CimObject)t!).String("x")));
        Assert.Equal("z", row.String("Last"));
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("<a:EndpointReference>{0}</a:EndpointReference>")]
    public async Task A_reference_becomes_the_keys_of_what_it_refers_to(string form)
    {
        const string reference = "<a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address><a:ReferenceParameters>"
            + "<w:ResourceURI>http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_Group</w:ResourceURI><w:SelectorSet>"
            + "<w:Selector Name=\"Domain\">PC-1</w:Selector><w:Selector Name=\"Name\">Administrators</w:Selector></w:SelectorSet></a:ReferenceParameters>";
        CimObject row = await ReadAsync("<p:GroupComponent>" + form.Replace("{0}", reference, StringComparison.Ordinal) + "</p:GroupComponent><p:After>1</p:After>");
        CimObject group = Assert.IsType<CimObject>(row["GroupComponent"]);
        Assert.Equal("Win32_Group", group.ClassName);
        Assert.Equal([new("Domain", "PC-1"), new("Name", "Administrators")], group.Properties);
        Assert.Equal("1", row.String("After"));
    }

    [Fact]
    public async Task A_row_of_a_projection_has_no_class()
    {
        using HttpStub stub = Messages.Stub(_ => SoapText.FirstPage("<w:XmlFragment><Name>RpcSs</Name><State>Running</State></w:XmlFragment>", null));
        using WsManSession session = await Messages.OpenAsync(stub);

        CimObject row = Assert.Single(await session.QueryAsync(CimQuery.FromWql("root/cimv2", "SELECT State, Name FROM Win32_Service"), CancellationToken.None));

        Assert.Equal("", row.ClassName);
        Assert.Equal([new("Name", "RpcSs"), new("State", "Running")], row.Properties);
    }

    [Fact]
    public async Task Rows_that_lack_a_property_of_the_others_keep_their_values_apart()
    {
        using HttpStub stub = Messages.Stub(_ => SoapText.FirstPage(
            "<X><A>1</A><B>2</B><C>3</C></X><X><A>4</A><C>5</C></X><X><A>6</A><B>7</B><C>8</C></X><X><A>9</A><A>10</A><B>11</B></X><X/>", null));
        using WsManSession session = await Messages.OpenAsync(stub);

        var rows = await session.QueryAsync(CimQuery.Class("root/cimv2", "X"), CancellationToken.None);

        Assert.Equal(
            ["X(A=1,B=2,C=3)", "X(A=4,C=5)", "X(A=6,B=7,C=8)", "X(A={9,10},B=11)", "X()"],
            rows.Select(CimValue.ToText));
    }

    private static async Task<CimObject> ReadAsync(string members)
    {
        using HttpStub stub = Messages.Stub(_ => SoapText.Envelope("<p:X_OUTPUT" + Declarations + ">" + members + "</p:X_OUTPUT>"));
        using WsManSession session = await Messages.OpenAsync(stub);
        return await session.InvokeAsync(new CimMethod("root/cimv2", "X", "X"), CancellationToken.None);
    }
}
