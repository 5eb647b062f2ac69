using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>Return codes and outputs of the registry provider, key by key of Hosts/plain.yaml.</summary>
public class StdRegProvTests(SimulatedServer server) : IClassFixture<SimulatedServer>
{
    private const string Provider = Soap.Wmi + "root/default/StdRegProv";
    private const string Host = "PLAIN-01";
    private const string Key = @"SOFTWARE\Test";

    [Fact]
    public async Task Subkeys_are_sorted_and_values_keep_their_order()
    {
        Answer keys = await AskAsync("EnumKey", Sub("SOFTWARE"));
        Assert.Equal(("0", "OnlyDefault Policies Test WOW6432Node"), (keys.Code, string.Join(' ', keys["sNames"])));

        Answer values = await AskAsync("EnumValues", Sub(Key));
        Assert.Equal(["", "Text", "Expand", "Bytes", "Dword", "Many", "Qword"], values["sNames"]);
        Assert.Equal(["1", "1", "2", "3", "4", "7", "11"], values["Types"]);
    }

    [Fact]
    public async Task A_key_with_nothing_but_its_default_value_names_no_value()
    {
        Answer values = await AskAsync("EnumValues", Sub(@"SOFTWARE\OnlyDefault"));
        Assert.Equal("0", values.Code);
        Assert.Empty(values["sNames"]);
        Assert.Empty(values["Types"]);

        Assert.Equal(["x"], (await AskAsync("GetStringValue", Sub(@"SOFTWARE\OnlyDefault")))["sValue"]);
    }

    [Theory]
    [InlineData("GetStringValue", "text", "sValue", "for PLAIN-01")]
    [InlineData("GetExpandedStringValue", "Expand", "sValue", @"C:\Windows\System32 on PLAIN-01 %unknown%")]
    [InlineData("GetDWORDValue", "Dword", "uValue", "4294967295")]
    [InlineData("GetQWORDValue", "Qword", "uValue", "18446744073709551615")]
    [InlineData("GetBinaryValue", "Bytes", "uValue", "0", "1", "255")]
    [InlineData("GetMultiStringValue", "Many", "sValue", "one", "two")]
    [InlineData("GetStringValue", "", "sValue", "the default")]
    public async Task A_value_of_the_right_type_is_given(string method, string name, string output, params string[] expected)
    {
        Answer answer = await AskAsync(method, Sub(Key) + Name(name));

        Assert.Equal("0", answer.Code);
        Assert.Equal(expected, answer[output]);
    }

    [Theory]
    [InlineData("GetStringValue", "Expand")]
    [InlineData("GetExpandedStringValue", "Text")]
    [InlineData("GetDWORDValue", "Qword")]
    [InlineData("GetQWORDValue", "Dword")]
    [InlineData("GetBinaryValue", "Dword")]
    [InlineData("GetMultiStringValue", "Text")]
    public async Task A_value_of_another_type_is_2147749893(string method, string name)
    {
        Assert.Equal("2147749893", (await AskAsync(method, Sub(Key) + Name(name))).Code);
    }

    [Theory]
    [InlineData("EnumKey")]
    [InlineData("EnumValues")]
    [InlineData("CheckAccess")]
    [InlineData("GetStringValue")]
    [InlineData("SetStringValue")]
    [InlineData("DeleteKey")]
    [InlineData("DeleteValue")]
    public async Task An_absent_key_is_2_a_closed_one_5_a_bad_hive_6(string method)
    {
        Assert.Equal("2", (await AskAsync(method, Sub(@"SOFTWARE\Nothing\Here") + Name("x"))).Code);
        Assert.Equal("5", (await AskAsync(method, Sub(@"SECURITY") + Name("x"))).Code);
        Assert.Equal("5", (await AskAsync(method, Sub(@"SECURITY\Policy\PolAdtEv") + Name("x"))).Code);
        Assert.Equal("6", (await AskAsync(method, "<p:hDefKey>42</p:hDefKey>" + Sub(Key) + Name("x"))).Code);
    }

    [Fact]
    public async Task An_absent_value_is_2_or_1_by_host_and_its_output_is_nil()
    {
        Answer answer = await AskAsync("GetDWORDValue", Sub(Key) + Name("Nothing"));
        Assert.Equal("2", answer.Code);
        Assert.Equal("true", answer.Element("uValue").Attribute(Soap.Xsi + "nil")!.Value);

        Assert.Equal("1", (await AskAsync("GetDWORDValue", Sub(Key) + Name("Dword"), host: "NIHON-01")).Code);
    }

    [Fact]
    public async Task CheckAccess_tells_whether_the_key_can_be_opened()
    {
        Assert.Equal(["true"], (await AskAsync("CheckAccess", Sub(Key) + "<p:uRequired>1</p:uRequired>"))["bGranted"]);
        Assert.Equal(["false"], (await AskAsync("CheckAccess", Sub("SECURITY") + "<p:uRequired>1</p:uRequired>"))["bGranted"]);
    }

    [Fact]
    public async Task The_hive_is_LocalMachine_unless_another_is_named_and_both_namespaces_serve()
    {
        Assert.Equal("0", (await AskAsync("EnumKey", "<p:hDefKey>2147483650</p:hDefKey>" + Sub(Key))).Code);
        Assert.Equal("2", (await AskAsync("EnumKey", "<p:hDefKey>2147483651</p:hDefKey>" + Sub(Key))).Code);
        Assert.Equal("0", (await AskAsync("EnumKey", Sub(Key), Soap.Cimv2 + "StdRegProv")).Code);
    }

    [Fact]
    public async Task The_32_bit_view_redirects_software_but_not_policies()
    {
        static string Options(string bits) => "<wsman:OptionSet><wsman:Option Name=\"wmi:__ProviderArchitecture\" Type=\"xs:int\">" + bits
            + "</wsman:Option><wsman:Option Name=\"wmi:__RequiredArchitecture\" Type=\"xs:boolean\">true</wsman:Option></wsman:OptionSet>";

        Assert.Equal(["32 bit"], (await AskAsync("GetStringValue", Sub(Key) + Name("Text"), more: Options("32")))["sValue"]);
        Assert.Equal(["for PLAIN-01"], (await AskAsync("GetStringValue", Sub(Key) + Name("Text"), more: Options("64")))["sValue"]);
        Assert.Equal(["shared"], (await AskAsync("GetStringValue", Sub(@"SOFTWARE\Policies\Test") + Name("Text"), more: Options("32")))["sValue"]);
        Fault fault = await server.FaultAsync(Host, Soap.Invoke(Provider, "EnumKey", Sub(Key), Options("16")));
        Assert.Equal(0x80041013, fault.Number);
    }

    [Fact]
    public async Task The_output_names_the_class_of_the_request()
    {
        XElement output = (await server.AskAsync(Host, Soap.Invoke(Provider, "EnumKey", Sub(Key)))).Body().Elements().Single();
        Assert.Equal(XName.Get("EnumKey_OUTPUT", Provider), output.Name);
        Assert.Equal(["ReturnValue", "sNames"], output.Elements().Select(e => e.Name.LocalName));
    }

    [Fact]
    public async Task A_method_that_does_not_exist_or_a_number_that_is_none_is_a_fault()
    {
        Assert.Equal(0x8004102E, (await server.FaultAsync(Host, Soap.Invoke(Provider, "Nonsense", ""))).Number);
        Assert.Equal(0x8004102F, (await server.FaultAsync(Host, Soap.Invoke(Provider, "EnumKey", "<p:hDefKey>HKLM</p:hDefKey>"))).Number);
    }

    [Fact]
    public async Task Writes_change_one_host_and_no_other_of_its_kind()
    {
        IReadOnlyList<SimulatedHost> twins =
            [SimulatedServer.Load("plain.yaml", "TWIN-1", "127.9.9.1"), SimulatedServer.Load("plain.yaml", "TWIN-2", "127.9.9.2")];
        await using WsManServer own = await WsManServer.StartAsync(twins, SimulatedServer.Options(), CancellationToken.None);
        using RawClient client = new(own, twins);
        async Task<string> Do(string host, string method, string parameters) =>
            (await client.AskAsync(host, Soap.Invoke(Provider, method, parameters)))
            .Descendants().Single(e => e.Name.LocalName == "ReturnValue").Value;

        string made = Sub(@"SOFTWARE\New\Key");
        Assert.Equal("2", await Do("TWIN-1", "SetDWORDValue", made + Name("D") + "<p:uValue>7</p:uValue>"));
        Assert.Equal("0", await Do("TWIN-1", "CreateKey", made));
        Assert.Equal("0", await Do("TWIN-1", "CreateKey", made));
        Assert.Equal("0", await Do("TWIN-1", "SetDWORDValue", made + Name("D") + "<p:uValue>7</p:uValue>"));
        Assert.Equal("0", await Do("TWIN-1", "GetDWORDValue", made + Name("d")));
        Assert.Equal("2", await Do("TWIN-2", "GetDWORDValue", made + Name("d")));
        Assert.Equal("0", await Do("TWIN-1", "SetStringValue", made + Name("d") + "<p:sValue>text now</p:sValue>"));
        Assert.Equal("2147749893", await Do("TWIN-1", "GetDWORDValue", made + Name("D")));
        Assert.Equal("0", await Do("TWIN-1", "SetMultiStringValue", made + Name("M") + "<p:sValue>a</p:sValue><p:sValue>b</p:sValue>"));
        Assert.Equal("0", await Do("TWIN-1", "SetBinaryValue", made + Name("B") + "<p:uValue>1</p:uValue><p:uValue>2</p:uValue>"));
        Assert.Equal("0", await Do("TWIN-1", "SetQWORDValue", made + Name("Q") + "<p:uValue>18446744073709551615</p:uValue>"));
        Assert.Equal("0", await Do("TWIN-1", "SetExpandedStringValue", made + Name("E") + "<p:sValue>%windir%</p:sValue>"));

        Assert.Equal("5", await Do("TWIN-1", "DeleteKey", Sub(@"SOFTWARE\New")));
        Assert.Equal("0", await Do("TWIN-1", "DeleteValue", made + Name("M")));
        Assert.Equal("2", await Do("TWIN-1", "DeleteValue", made + Name("M")));
        Assert.Equal("0", await Do("TWIN-1", "DeleteKey", made));
        Assert.Equal("0", await Do("TWIN-1", "DeleteKey", Sub(@"SOFTWARE\New")));
        Assert.Equal("2", await Do("TWIN-1", "EnumKey", Sub(@"SOFTWARE\New")));
        Assert.Equal("5", await Do("TWIN-1", "CreateKey", Sub(@"SECURITY\New")));
    }

    private static string Sub(string key) => "<p:sSubKeyName>" + key + "</p:sSubKeyName>";

    private static string Name(string value) => "<p:sValueName>" + value + "</p:sValueName>";

    private async Task<Answer> AskAsync(string method, string parameters, string provider = Provider, string more = "", string host = Host) =>
        new((await server.AskAsync(host, Soap.Invoke(provider, method, parameters, more))).Body().Elements().Single());

    private sealed record Answer(XElement Output)
    {
        public string Code => Element("ReturnValue").Value;

        public IEnumerable<string> this[string name] =>
            Output.Elements().Where(e => e.Name.LocalName == name && e.Attribute(Soap.Xsi + "nil") is null).Select(e => e.Value);

        public XElement Element(string name) => Output.Elements().Single(e => e.Name.LocalName == name);
    }
}
