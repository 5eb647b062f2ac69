using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan;

/// <summary>The replies printed in MS-WSMV §4.1 and §4.10, read as they stand there.</summary>
public sealed class PublishedExamplesTests
{
    [Fact]
    public async Task The_instance_of_4_1_1_is_read_without_its_address()
    {
        using HttpStub stub = Messages.Stub(_ => Messages.Load("Get.response.xml"));
        using WsManSession session = await Messages.OpenAsync(stub);

        CimObject instance = await session.GetAsync(
            "root/mynamespace", "myclass", new Dictionary<string, string> { ["id"] = "1" }, CancellationToken.None);

        Assert.Equal("myclass", instance.ClassName);
        Assert.Equal([new("Data1", "Hello World"), new("id", "1")], instance.Properties);
    }

    [Fact]
    public async Task The_enumeration_of_4_1_2_is_followed_through_its_three_messages()
    {
        using HttpStub stub = Messages.Stub(x => Messages.Load(
            x.Is("Enumerate") ? "Enumerate.response.xml"
            : x.Body.Contains("<n:EnumerationContext>uuid:22EB9809-5543-4020-A75C-FD95FF06217B</", StringComparison.Ordinal) ? "Pull1.response.xml"
            : x.Body.Contains("<n:EnumerationContext>uuid:2504CA0D-94B9-4F91-B2F7-9F4CD9A2A96C</", StringComparison.Ordinal) ? "Pull2.response.xml"
            : ""));
        using WsManSession session = await Messages.OpenAsync(stub);

        IReadOnlyList<CimObject> rows = await session.QueryAsync(CimQuery.Class("root/mynamespace", "myclass"), CancellationToken.None);

        Assert.Equal(["Test Message", "\"Hello again\""], rows.Select(r => r.String("Data1")));
        Assert.Equal([1u, 2u], rows.Select(r => r.UInt32("id")!.Value));
        Assert.Equal(4, stub.Requests.Count); // Identify, Enumerate, Pull, Pull
    }

    [Fact]
    public async Task The_method_result_of_4_1_4_is_read()
    {
        using HttpStub stub = Messages.Stub(_ => Messages.Load("Invoke.response.xml"));
        using WsManSession session = await Messages.OpenAsync(stub);

        CimObject result = await session.InvokeAsync(new CimMethod("root/cimv2", "Win32_Process", "Create"), CancellationToken.None);

        Assert.Equal(4000u, result.UInt32("ProcessId"));
        Assert.Equal(0u, result.UInt32("ReturnValue"));
    }

    [Fact]
    public async Task The_fault_of_4_10_for_a_class_that_does_not_exist_says_so()
    {
        using HttpStub stub = new(x => x.IsIdentify ? x.AnswerAsync(SoapText.Identified) : x.AnswerAsync(Messages.Load("Fault.response.xml"), 500));
        using WsManSession session = await Messages.OpenAsync(stub);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(
            () => session.QueryAsync(CimQuery.Class("root/cimv2", "win32_nosuchclass"), CancellationToken.None));

        Assert.Equal(CimFaultKind.ClassNotFound, fault.Kind);
        Assert.Equal(32768u, fault.Code);
        Assert.Equal("127.0.0.1", fault.Host);
    }
}
