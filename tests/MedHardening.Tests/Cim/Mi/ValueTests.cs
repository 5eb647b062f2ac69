using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.MiDouble;
using Microsoft.Management.Infrastructure;
using Xunit;

namespace MedHardening.Tests.Cim.Mi;

/// <summary>Every CIM type (DSP0004 §5.2) both ways.</summary>
public class ValueTests
{
    private static readonly DateTime s_utc = new(2026, 4, 3, 14, 45, 50, 468, DateTimeKind.Utc);

    public static TheoryData<CimType, object?, object?> Answers => new()
    {
        { CimType.Boolean, true, true },
        { CimType.UInt8, (byte)255, 255UL },
        { CimType.SInt8, (sbyte)-128, -128L },
        { CimType.UInt16, (ushort)65535, 65535UL },
        { CimType.SInt16, (short)-32768, -32768L },
        { CimType.UInt32, 4294967295u, 4294967295UL },
        { CimType.SInt32, int.MinValue, -2147483648L },
        { CimType.UInt64, ulong.MaxValue, ulong.MaxValue },
        { CimType.SInt64, long.MinValue, long.MinValue },
        { CimType.Real32, 0.1f, 0.1 },
        { CimType.Real64, 0.25, 0.25 },
        { CimType.Char16, 'あ', "あ" },
        { CimType.DateTime, s_utc, new DateTimeOffset(2026, 4, 3, 14, 45, 50, 468, TimeSpan.Zero) },
        { CimType.DateTime, DateTime.MinValue, DateTimeOffset.MinValue },
        { CimType.DateTime, DateTime.MaxValue, DateTimeOffset.MaxValue },
        { CimType.DateTime, TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(100) },
        { CimType.String, "Windows 時刻", "Windows 時刻" },
        { CimType.String, null, null },
        { CimType.UInt32Array, null, null },
        { CimType.BooleanArray, new[] { true, false }, new object?[] { true, false } },
        { CimType.UInt8Array, new byte[] { 0, 255 }, new object?[] { 0UL, 255UL } },
        { CimType.SInt8Array, new sbyte[] { -1 }, new object?[] { -1L } },
        { CimType.UInt16Array, new ushort[] { 1 }, new object?[] { 1UL } },
        { CimType.SInt16Array, new short[] { -1 }, new object?[] { -1L } },
        { CimType.UInt32Array, new uint[] { 1, 2 }, new object?[] { 1UL, 2UL } },
        { CimType.SInt32Array, new[] { 4, 11 }, new object?[] { 4L, 11L } },
        { CimType.UInt64Array, new ulong[] { 1UL << 40 }, new object?[] { 1UL << 40 } },
        { CimType.SInt64Array, new[] { -1L }, new object?[] { -1L } },
        { CimType.Real32Array, new[] { 0.1f }, new object?[] { 0.1 } },
        { CimType.Real64Array, new[] { 0.25 }, new object?[] { 0.25 } },
        { CimType.Char16Array, new[] { 'a' }, new object?[] { "a" } },
        { CimType.DateTimeArray, new[] { s_utc }, new object?[] { new DateTimeOffset(s_utc) } },
        { CimType.StringArray, new[] { "a", "" }, new object?[] { "a", "" } },
        { CimType.StringArray, Array.Empty<string>(), Array.Empty<object?>() },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_property_of_every_type_comes_as_the_engine_has_it(CimType type, object? value, object? expected)
    {
        (ICimSession session, _) = await MiHost.OpenAsync(_ => [MiHost.Row("A", ("X", type, value))]);

        CimObject row = Assert.Single(await session.QueryAsync(MiHost.Services, CancellationToken.None));

        Assert.True(row.Has("x"));
        Assert.Equal(expected, row["X"]);
    }

    [Fact]
    public async Task A_local_time_is_the_same_moment()
    {
        DateTime local = s_utc.ToLocalTime();
        (ICimSession session, _) = await MiHost.OpenAsync(_ => [MiHost.Row("A", ("X", CimType.DateTime, local))]);

        CimObject row = Assert.Single(await session.QueryAsync(MiHost.Services, CancellationToken.None));

        Assert.Equal(s_utc, row.DateTime("X")!.Value.UtcDateTime);
    }

    [Theory]
    [InlineData(CimType.Instance)]
    [InlineData(CimType.Reference)]
    public async Task Instances_in_instances_and_references_are_read_too(CimType type)
    {
        CimInstance inner = MiHost.Row("Win32_Group", ("Name", CimType.String, "Users"));
        CimInstance[] inners = [MiHost.Row("Item", ("N", CimType.UInt8, (byte)1)), MiHost.Row("Item", ("N", CimType.UInt8, (byte)2))];
        CimType array = type == CimType.Instance ? CimType.InstanceArray : CimType.ReferenceArray;
        (ICimSession session, _) = await MiHost.OpenAsync(_ => [MiHost.Row("A", ("One", type, inner), ("Many", array, inners))]);

        CimObject row = Assert.Single(await session.QueryAsync(MiHost.Services, CancellationToken.None));

        CimObject one = Assert.IsType<CimObject>(row["One"]);
        Assert.Equal(("Win32_Group", "Users"), (one.ClassName, one.String("Name")));
        Assert.Equal(new uint?[] { 1u, 2u }, row.List("Many").Select(item => ((CimObject)item!).UInt32("N")));
    }

    [Fact]
    public async Task An_instance_without_end_is_refused()
    {
        CimInstance nested = MiHost.Row("A");
        for (int i = 0; i < 100; i++)
            nested = MiHost.Row("A", ("X", CimType.Instance, nested));
        (ICimSession session, _) = await MiHost.OpenAsync(_ => [nested]);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(MiHost.Services, CancellationToken.None));

        Assert.Equal((CimFaultKind.LimitExceeded, "PC1"), (fault.Kind, fault.Host));
    }

    public static TheoryData<object, CimType, object> Questions => new()
    {
        { "SYSTEM", CimType.String, "SYSTEM" },
        { true, CimType.Boolean, true },
        { (byte)1, CimType.UInt8, (byte)1 },
        { (sbyte)-1, CimType.SInt8, (sbyte)-1 },
        { (ushort)1, CimType.UInt16, (ushort)1 },
        { (short)-1, CimType.SInt16, (short)-1 },
        { 0x80000002, CimType.UInt32, 0x80000002 },
        { -1, CimType.SInt32, -1 },
        { 1UL, CimType.UInt64, 1UL },
        { -1L, CimType.SInt64, -1L },
        { 0.5f, CimType.Real32, 0.5f },
        { 0.5, CimType.Real64, 0.5 },
        { 'c', CimType.Char16, 'c' },
        { new DateTimeOffset(2026, 4, 3, 23, 45, 50, TimeSpan.FromHours(9)), CimType.DateTime, new DateTime(2026, 4, 3, 14, 45, 50, DateTimeKind.Utc) },
        { TimeSpan.FromMinutes(1), CimType.DateTime, TimeSpan.FromMinutes(1) },
        { new byte[] { 1, 2 }, CimType.UInt8Array, new byte[] { 1, 2 } },
        { new[] { "a", "b" }, CimType.StringArray, new[] { "a", "b" } },
        { new object[] { "a", "b" }, CimType.StringArray, new[] { "a", "b" } },
        { Array.Empty<string>(), CimType.StringArray, Array.Empty<string>() },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task An_in_parameter_of_every_type_goes_as_its_CIM_type(object value, CimType type, object expected)
    {
        (ICimSession session, Wmi wmi) = await MiHost.OpenAsync(_ => [MiHost.Result(0)]);

        await session.InvokeAsync(new CimMethod("root/default", "A", "Set") { Parameters = [new("X", value)] }, CancellationToken.None);

        (CimType sentAs, object sent) = Assert.Single(wmi.Asked).Parameters["X"];
        Assert.Equal(type, sentAs);
        Assert.Equal(expected, sent);
    }

    [Fact]
    public async Task An_instance_goes_in_as_an_instance_and_null_not_at_all()
    {
        CimObject value = new("Item", ["Name", "Ports", "Nothing"], ["x", new object?[] { 1u, 2u }, null]);
        (ICimSession session, Wmi wmi) = await MiHost.OpenAsync(_ => [MiHost.Result(0)]);

        await session.InvokeAsync(
            new CimMethod("root/default", "A", "Set") { Parameters = [new("X", value), new("Y", null)] }, CancellationToken.None);

        (CimType type, object sent) = Assert.Single(wmi.Asked).Parameters["X"];
        Assert.Equal(CimType.Instance, type);
        CimInstance instance = Assert.IsType<CimInstance>(sent);
        Assert.Equal(("Item", "root/default"), (instance.CimSystemProperties.ClassName, instance.CimSystemProperties.Namespace));
        Dictionary<string, object> properties = instance.CimInstanceProperties.ToDictionary(p => p.Name, p => p.Value);
        Assert.Equal(["Name", "Ports"], properties.Keys);
        Assert.Equal(new uint[] { 1, 2 }, properties["Ports"]);
        Assert.DoesNotContain("Y", wmi.Asked[0].Parameters.Keys);
    }

    [Fact]
    public async Task What_has_no_CIM_type_is_a_fault_and_not_sent()
    {
        (ICimSession session, Wmi wmi) = await MiHost.OpenAsync(_ => [MiHost.Result(0)]);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.InvokeAsync(
            new CimMethod("root/default", "A", "Set") { Parameters = [new("X", new object?[] { "a", 1 })] }, CancellationToken.None));

        Assert.Equal(CimFaultKind.NotSupported, fault.Kind);
        Assert.Empty(wmi.Asked);
    }
}
