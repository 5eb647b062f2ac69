using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Probing;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Probing;

/// <summary>
/// A service that is not Windows, with the ways of OMI (https://github.com/microsoft/omi, Unix/wsman): it asks for an account first, answers
/// Identify in the namespace of SOAP, knows CIM namespaces by the selector alone, and leaves its context beside the end of the enumeration.
/// </summary>
public sealed class OmiTests : IDisposable
{
    private const string Class = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/";

    private readonly HttpStub _omi = new(AnswerAsync);

    public void Dispose() => _omi.Dispose();

    [Fact]
    public async Task It_is_named_it_is_not_Windows_and_it_answers_queries_with_typed_values()
    {
        ConnectionReport report = await Probed.Async(Target(), CimQuery.Of("root/omi", "OMI_Identify"));

        Assert.Equal(
            ["Identify Ok", "Clock NotPossible NoDate", "Authentication Ok", "ReadCim NotPossible NotWindows", "InvokeRegistry NotPossible NotWindows", "Query Ok"],
            report.Steps()[3..]);
        Assert.Equal(new ProductIdentity("Open Management Infrastructure", "1.0.8"), report.Product);
        Assert.True(report.IsOk);
        CimObject row = Assert.Single(report.Rows);
        Dictionary<string, object?> values = row.Properties.ToDictionary(p => p.Key, p => TypedValues.Of(p.Value));
        Assert.Equal("007", values["SystemName"]);
        Assert.Equal(true, values["Enabled"]);
        Assert.Equal(-5L, values["Offset"]);
        Assert.Equal(18446744073709551615UL, values["Big"]);
        Assert.Equal(new object?[] { 1L, 2L }, values["Ports"]);
        Assert.Null(values["Nothing"]);
    }

    [Fact]
    public async Task Class_and_namespace_are_named_as_it_understands_them()
    {
        await Probed.Async(Target(), CimQuery.Of("root/omi", "SELECT * FROM OMI_Identify"));

        string query = _omi.Requests.Last().Body;
        Assert.Contains(">" + Class + "*</w:ResourceURI>", query, StringComparison.Ordinal);
        Assert.Contains("<w:SelectorSet><w:Selector Name=\"__cimnamespace\">root/omi</w:Selector></w:SelectorSet>", query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_a_WinRM_no_namespace_is_sent_beside_the_one_in_the_URI()
    {
        using HttpStub winrm = new(x => x.AnswerAsync(x.IsIdentify || x.Body.Contains("Identify", StringComparison.Ordinal)
            ? SoapText.Identified : SoapText.FirstPage(SoapText.Services("Spooler"), null)));

        await Probed.Async(new CimTarget("127.0.0.1") { Port = winrm.Port }, CimQuery.Of("root/cimv2", "Win32_Service"));

        Assert.DoesNotContain(winrm.Requests, r => r.Body.Contains("__cimnamespace", StringComparison.Ordinal));
        Assert.Contains(SoapText.Resource, winrm.Requests.Last().Body, StringComparison.Ordinal);
    }

    private CimTarget Target() => new("127.0.0.1") { Port = _omi.Port, Credential = new NetworkCredential("root", "secret") };

    private static Task AnswerAsync(StubExchange x)
    {
        if (!x.Head.Contains("Authorization: Basic", StringComparison.Ordinal))
            return x.AnswerAsync("", 401, "", "WWW-Authenticate: Basic realm=\"WSMAN\"\r\n");
        if (!x.Body.Contains("a:Action", StringComparison.Ordinal))
        {
            return x.AnswerAsync(
                "<SOAP-ENV:Envelope xmlns:SOAP-ENV=\"http://www.w3.org/2003/05/soap-envelope\""
                + " xmlns:wsmid=\"http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd\"><SOAP-ENV:Header/><SOAP-ENV:Body>"
                + "<SOAP-ENV:IdentifyResponse><wsmid:ProtocolVersion>http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd</wsmid:ProtocolVersion>"
                + "<wsmid:ProductVendor>Open Management Infrastructure</wsmid:ProductVendor><wsmid:ProductVersion>1.0.8</wsmid:ProductVersion>"
                + "</SOAP-ENV:IdentifyResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>");
        }
        bool isKnown = x.Body.Contains("<w:Selector Name=\"__cimnamespace\">root/omi<", StringComparison.Ordinal) && x.Is("Enumerate");
        return isKnown
            ? x.AnswerAsync(SoapText.Envelope(
                "<n:EnumerateResponse><n:EnumerationContext>17</n:EnumerationContext><w:Items><p:OMI_Identify xmlns:p=\"" + Class + "OMI_Identify\""
                + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><p:SystemName>007</p:SystemName><p:Enabled>TRUE</p:Enabled>"
                + "<p:Offset>-5</p:Offset><p:Big>18446744073709551615</p:Big><p:Ports>1</p:Ports><p:Ports>2</p:Ports><p:Nothing xsi:nil=\"true\"/>"
                + "</p:OMI_Identify></w:Items><w:EndOfSequence/></n:EnumerateResponse>"))
            : x.AnswerAsync(SoapText.Envelope(
                "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>a:DestinationUnreachable</s:Value></s:Subcode></s:Code>"
                + "<s:Reason><s:Text xml:lang=\"en-US\">namespace does not exist</s:Text></s:Reason><s:Detail><p:OMI_Error xmlns:p=\"" + Class + "OMI_Error\">"
                + "<p:CIMStatusCode>3</p:CIMStatusCode></p:OMI_Error></s:Detail></s:Fault>"), 500);
    }
}
