using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan;

/// <summary>Faults are told apart by their codes and names; their texts, here in Japanese, say nothing to the program.</summary>
public sealed class FaultTests
{
    private static readonly CimQuery s_query = CimQuery.Class("root/cimv2", "Win32_X");

    [Theory]
    [InlineData(0x80041010, CimFaultKind.ClassNotFound)] // WBEM_E_INVALID_CLASS
    [InlineData(0x8004100E, CimFaultKind.NamespaceNotFound)] // WBEM_E_INVALID_NAMESPACE
    [InlineData(0x80041002, CimFaultKind.InstanceNotFound)] // WBEM_E_NOT_FOUND
    [InlineData(0x80041003, CimFaultKind.AccessDenied)] // WBEM_E_ACCESS_DENIED
    [InlineData(0x80041017, CimFaultKind.InvalidQuery)] // WBEM_E_INVALID_QUERY
    [InlineData(0x80041001, CimFaultKind.HostFault)] // WBEM_E_FAILED
    [InlineData(5, CimFaultKind.AccessDenied)] // ERROR_ACCESS_DENIED
    [InlineData(0x80070005, CimFaultKind.AccessDenied)] // E_ACCESSDENIED
    [InlineData(1326, CimFaultKind.AuthenticationFailed)] // ERROR_LOGON_FAILURE
    [InlineData(1722, CimFaultKind.HostFault)] // RPC_S_SERVER_UNAVAILABLE
    [InlineData(0x8033801A, CimFaultKind.InvalidQuery)] // ENUMERATE_CANNOT_PROCESS_FILTER
    [InlineData(0x80338029, CimFaultKind.OperationTimedOut)] // OPERATION_TIMEDOUT
    [InlineData(0x80338048, CimFaultKind.LimitExceeded)] // MAX_ENVELOPE_SIZE_EXCEEDED
    [InlineData(0x80338104, CimFaultKind.AccessDenied)] // WMI_SVC_ACCESS_DENIED
    [InlineData(0x803381A6, CimFaultKind.Busy)] // QUOTA_MAX_OPERATIONS
    [InlineData(0x803381E8, CimFaultKind.Busy)] // operations per user, by plug-in
    [InlineData(0x8033803B, CimFaultKind.HostFault)] // INVALID_RESOURCE_URI
    public async Task A_code_decides_the_kind(uint code, CimFaultKind expected)
    {
        CimFault fault = await FaultAsync(SoapText.Fault(code));
        Assert.Equal(expected, fault.Kind);
        Assert.Equal(code, fault.Code);
        Assert.Equal("127.0.0.1", fault.Host);
    }

    [Theory]
    [InlineData("w:AccessDenied", CimFaultKind.AccessDenied)]
    [InlineData("w:QuotaLimit", CimFaultKind.Busy)]
    [InlineData("w:TimedOut", CimFaultKind.OperationTimedOut)]
    [InlineData("w:EncodingLimit", CimFaultKind.LimitExceeded)]
    [InlineData("n:CannotProcessFilter", CimFaultKind.InvalidQuery)]
    [InlineData("w:CannotProcessFilter", CimFaultKind.HostFault)] // not a name of that namespace
    [InlineData("a:DestinationUnreachable", CimFaultKind.ClassNotFound)]
    [InlineData("w:UnsupportedFeature", CimFaultKind.HostFault)]
    public async Task The_qualified_subcode_decides_where_no_code_does(string subcode, CimFaultKind expected) =>
        Assert.Equal(expected, (await FaultAsync(SoapText.Fault(0x80338003, subcode))).Kind);

    [Fact]
    public async Task The_innermost_code_is_the_cause()
    {
        CimFault fault = await FaultAsync(SoapText.Envelope(
            "<s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>a:DestinationUnreachable</s:Value></s:Subcode></s:Code>"
            + "<s:Reason><s:Text xml:lang=\"ja-JP\">リソースが見つかりません。</s:Text></s:Reason><s:Detail>"
            + "<f:WSManFault xmlns:f=\"http://schemas.microsoft.com/wbem/wsman/1/wsmanfault\" Code=\"2150858752\" Machine=\"pc1\"><f:Message>"
            + "<f:ProviderFault provider=\"WMI Provider\" path=\"%systemroot%\\system32\\WsmWmiPl.dll\">"
            + "<f:WSManFault Code=\"2147749902\" Machine=\"pc1\"><f:Message>名前空間</f:Message></f:WSManFault>"
            + "</f:ProviderFault></f:Message></f:WSManFault></s:Detail></s:Fault>"));
        Assert.Equal(CimFaultKind.NamespaceNotFound, fault.Kind);
        Assert.Equal(0x8004100Eu, fault.Code);
    }

    [Theory]
    [InlineData(2, CimFaultKind.AccessDenied)]
    [InlineData(3, CimFaultKind.NamespaceNotFound)]
    [InlineData(5, CimFaultKind.ClassNotFound)]
    [InlineData(6, CimFaultKind.InstanceNotFound)]
    [InlineData(15, CimFaultKind.InvalidQuery)]
    [InlineData(1, CimFaultKind.HostFault)]
    public async Task A_CIM_error_of_a_DMTF_peer_is_read_by_its_status(int status, CimFaultKind expected)
    {
        CimFault fault = await FaultAsync(SoapText.Envelope(
            "<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>w:InternalError</s:Value></s:Subcode></s:Code>"
            + "<s:Reason><s:Text>x</s:Text></s:Reason><s:Detail><p:OMI_Error xmlns:b=\"http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd\""
            + " xmlns:p=\"http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/OMI_Error\" b:IsCIM_Error=\"true\"><p:MessageID>OMI:MI_Result:6</p:MessageID>"
            + "<p:CIMStatusCode>" + status + "</p:CIMStatusCode></p:OMI_Error></s:Detail></s:Fault>"));
        Assert.Equal(expected, fault.Kind);
        Assert.Null(fault.Code);
    }

    [Theory]
    [InlineData("2147749904", "HRESULT", CimFaultKind.ClassNotFound)] // 0x80041010
    [InlineData("5", "WIN32", CimFaultKind.AccessDenied)]
    [InlineData("2150859174", "WINRM", CimFaultKind.Busy)]
    [InlineData("5", "MI", CimFaultKind.ClassNotFound)] // MI_RESULT_INVALID_CLASS
    [InlineData("2", "MI", CimFaultKind.AccessDenied)]
    [InlineData("5", "ERRNO", CimFaultKind.HostFault)]
    [InlineData("many", "HRESULT", CimFaultKind.HostFault)]
    public async Task The_number_of_a_WMI_error_means_what_its_type_says(string code, string type, CimFaultKind expected)
    {
        CimFault fault = await FaultAsync(SoapText.Envelope(
            "<s:Fault><s:Code><s:Value>s:Receiver</s:Value><s:Subcode><s:Value>w:InternalError</s:Value></s:Subcode></s:Code>"
            + "<s:Reason><s:Text>x</s:Text></s:Reason><s:Detail><p:MSFT_WmiError xmlns:b=\"http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd\""
            + " xmlns:p=\"http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/MSFT_WmiError\" b:IsCIM_Error=\"true\">"
            + "<p:error_Code>" + code + "</p:error_Code><p:error_Type>" + type + "</p:error_Type></p:MSFT_WmiError></s:Detail></s:Fault>"));
        Assert.Equal(expected, fault.Kind);
    }

    [Fact]
    public async Task An_unknown_resource_is_an_instance_where_the_request_named_one()
    {
        using HttpStub stub = Messages.Stub(_ => SoapText.Fault(0x80338000, "a:DestinationUnreachable"));
        using WsManSession session = await Messages.OpenAsync(stub);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.GetAsync(
            "root/cimv2", "Win32_Service", new Dictionary<string, string> { ["Name"] = "nosuch" }, CancellationToken.None));

        Assert.Equal(CimFaultKind.InstanceNotFound, fault.Kind);
    }

    [Fact]
    public async Task A_fault_without_any_detail_is_a_host_fault()
    {
        Assert.Equal(CimFaultKind.HostFault, (await FaultAsync(SoapText.Envelope("<s:Fault/>"))).Kind);
    }

    [Fact]
    public async Task A_fault_of_a_host_that_could_not_read_the_request_may_relate_to_nothing()
    {
        CimFault fault = await FaultAsync(
            SoapText.Fault(0x80338041).Replace("<a:RelatesTo>{MessageID}</a:RelatesTo>", "", StringComparison.Ordinal));
        Assert.Equal(0x80338041u, fault.Code);
    }

    [Fact]
    public async Task A_negative_code_is_the_same_32_bits()
    {
        CimFault fault = await FaultAsync(SoapText.Fault(0).Replace("Code=\"0\"", "Code=\"-2147217392\"", StringComparison.Ordinal));
        Assert.Equal(CimFaultKind.ClassNotFound, fault.Kind);
        Assert.Equal(0x80041010u, fault.Code);
    }

    [Theory]
    [InlineData(401, "", "", CimFaultKind.AuthenticationFailed)]
    [InlineData(403, "text/html", "<html>no</html>", CimFaultKind.AccessDenied)]
    [InlineData(404, "text/html", "<html>no</html>", CimFaultKind.NotWsMan)]
    [InlineData(405, "text/plain", "no", CimFaultKind.NotWsMan)]
    [InlineData(302, "text/html", "<html>login</html>", CimFaultKind.NotWsMan)]
    [InlineData(400, "", "", CimFaultKind.HostFault)]
    [InlineData(413, "", "", CimFaultKind.LimitExceeded)]
    [InlineData(500, "", "", CimFaultKind.HostFault)]
    [InlineData(500, "text/html", "<html>oops</html>", CimFaultKind.HostFault)]
    [InlineData(503, "text/html", "Service Unavailable", CimFaultKind.Busy)]
    [InlineData(200, "text/html", "<html>log in here</html>", CimFaultKind.Protocol)]
    [InlineData(200, "", "", CimFaultKind.Protocol)]
    public async Task An_answer_without_SOAP_has_a_kind_too(int status, string type, string body, CimFaultKind expected)
    {
        using HttpStub stub = new(x => x.IsIdentify ? x.AnswerAsync(SoapText.Identified) : x.AnswerAsync(body, status, type));
        using WsManSession session = await Messages.OpenAsync(stub);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));

        Assert.Equal(expected, fault.Kind);
        Assert.Contains("HTTP " + status, fault.Message, StringComparison.Ordinal);
    }

    private static async Task<CimFault> FaultAsync(string answer)
    {
        using HttpStub stub = new(x => x.IsIdentify ? x.AnswerAsync(SoapText.Identified) : x.AnswerAsync(answer, 500));
        using WsManSession session = await Messages.OpenAsync(stub);
        return await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_query, CancellationToken.None));
    }
}
