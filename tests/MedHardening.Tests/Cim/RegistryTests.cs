using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim;

/// <summary>
/// Keys as StdRegProv answers over WS-Man: numbers as text, absent null arrays
/// (https://learn.microsoft.com/previous-versions/windows/desktop/regprov/stdregprov).
/// </summary>
public sealed class RegistryTests
{
    private const string Path = @"SOFTWARE\Policies\X";

    [Fact]
    public async Task A_key_is_read_whole_with_values_of_every_type()
    {
        FakeSession host = new FakeSession()
            .Answer(EnumKey(), ("ReturnValue", "0"), ("sNames", new object?[] { "Below", "Other" }))
            .Answer(
                EnumValues(),
                ("ReturnValue", "0"),
                ("sNames", new object?[] { "Text", "Expand", "Bytes", "Dword", "Many", "Qword", "", "Link" }),
                ("Types", new object?[] { "1", "2", "3", "4", "7", "11", "1", "6" }))
            .Answer(Get("GetStringValue", "Text"), ("ReturnValue", "0"), ("sValue", "文字"))
            .Answer(Get("GetExpandedStringValue", "Expand"), ("ReturnValue", "0"), ("sValue", @"C:\Windows\x"))
            .Answer(Get("GetBinaryValue", "Bytes"), ("ReturnValue", "0"), ("uValue", new object?[] { "0", "255" }))
            .Answer(Get("GetDWORDValue", "Dword"), ("ReturnValue", "0"), ("uValue", "4294967295"))
            .Answer(Get("GetMultiStringValue", "Many"), ("ReturnValue", "0"), ("sValue", "only one"))
            .Answer(Get("GetQWORDValue", "Qword"), ("ReturnValue", "0"), ("uValue", "18446744073709551615"))
            .Answer(Get("GetStringValue", ""), ("ReturnValue", "0"), ("sValue", "default"));

        RegistryKey key = (await ReadAsync(host))!;

        Assert.Equal(["Below", "Other"], key.SubKeys);
        Assert.True(key.HasSubKey("below"));
        Assert.Equal("文字", key["TEXT"]!.Data);
        Assert.Equal(@"C:\Windows\x", key["Expand"]!.Data);
        Assert.Equal(new byte[] { 0, 255 }, key["Bytes"]!.Data);
        Assert.Equal(uint.MaxValue, key.DWord("Dword"));
        Assert.Equal(new[] { "only one" }, key["Many"]!.Data);
        Assert.Equal(ulong.MaxValue, key["Qword"]!.Data);
        Assert.Equal("default", key[""]!.Data);
        Assert.Equal(6, (int)key["Link"]!.Type); // REG_LINK: there, but StdRegProv has no way to read it
        Assert.Null(key["Link"]!.Data);
        Assert.Null(key["Absent"]);
    }

    [Theory]
    [InlineData(2u)] // ERROR_FILE_NOT_FOUND
    [InlineData(3u)] // ERROR_PATH_NOT_FOUND
    public async Task A_key_that_does_not_exist_is_null_after_one_question(uint code)
    {
        FakeSession host = new FakeSession().Answer(EnumKey(), ("ReturnValue", code));
        Assert.Null(await ReadAsync(host));
        Assert.Single(host.Asked);
    }

    [Theory]
    [InlineData(5u, CimFaultKind.AccessDenied)]
    [InlineData(1u, CimFaultKind.HostFault)] // means an absent value only, never an absent key
    [InlineData(6u, CimFaultKind.HostFault)]
    [InlineData(0x80041003u, CimFaultKind.HostFault)]
    public async Task A_key_that_cannot_be_read_is_a_fault_and_never_absent(uint code, CimFaultKind expected)
    {
        CimFault fault = await FaultAsync(new FakeSession().Answer(EnumKey(), ("ReturnValue", code)));
        Assert.Equal(expected, fault.Kind);
        Assert.Equal(code, fault.Code);
        Assert.Equal("PC1", fault.Host);
    }

    [Fact]
    public async Task Values_that_cannot_be_listed_are_a_fault_and_not_an_empty_key() =>
        Assert.Equal(CimFaultKind.AccessDenied, (await FaultAsync(new FakeSession()
            .Answer(EnumKey(), ("ReturnValue", "0")).Answer(EnumValues(), ("ReturnValue", "5")))).Kind);

    [Theory]
    [InlineData(1u)] // some versions of Windows
    [InlineData(2u)]
    public async Task A_value_that_disappears_between_two_questions_is_absent(uint code)
    {
        RegistryKey key = (await ReadAsync(OneValue("4").Answer(Get("GetDWORDValue", "V"), ("ReturnValue", code))))!;
        Assert.Empty(key.ValueNames);
        Assert.Null(key.DWord("V"));
    }

    [Fact]
    public async Task A_value_of_another_type_is_there_and_is_no_number()
    {
        RegistryKey key = (await ReadAsync(OneValue("1").Answer(Get("GetStringValue", "V"), ("ReturnValue", "0"), ("sValue", "1"))))!;
        CimFault fault = Assert.Throws<CimFault>(() => key.DWord("V"));
        Assert.Equal(CimFaultKind.Protocol, fault.Kind);
    }

    [Fact]
    public async Task A_key_that_lists_no_value_may_have_its_default_value()
    {
        RegistryKey key = (await ReadAsync(Empty().Answer(Get("GetStringValue", ""), ("ReturnValue", "0"), ("sValue", "x"))))!;
        Assert.Equal(new RegistryValue(RegistryType.String, "x"), key[""]);
    }

    [Fact]
    public async Task A_default_value_that_is_no_string_is_there_but_unread()
    {
        RegistryKey key = (await ReadAsync(Empty().Answer(Get("GetStringValue", ""), ("ReturnValue", "2147749893"))))!; // 0x80041005
        Assert.Equal(new RegistryValue(RegistryType.None, null), key[""]);
    }

    [Theory]
    [InlineData(1u)]
    [InlineData(2u)]
    public async Task A_key_without_any_value_is_empty(uint code)
    {
        RegistryKey key = (await ReadAsync(Empty().Answer(Get("GetStringValue", ""), ("ReturnValue", code))))!;
        Assert.Empty(key.ValueNames);
        Assert.Empty(key.SubKeys);
    }

    [Fact]
    public async Task A_string_that_is_null_is_an_empty_string()
    {
        RegistryKey key = (await ReadAsync(OneValue("1").Answer(Get("GetStringValue", "V"), ("ReturnValue", "0"), ("sValue", null))))!;
        Assert.Equal("", key["V"]!.Data);
    }

    [Theory]
    [InlineData("many")]
    [InlineData(null)]
    [InlineData("99999999999")]
    public async Task A_type_that_is_no_number_breaks_the_protocol(string? type) =>
        Assert.Equal(CimFaultKind.Protocol, (await FaultAsync(OneValue(type))).Kind);

    [Fact]
    public async Task Names_and_types_of_different_length_break_the_protocol() =>
        Assert.Equal(CimFaultKind.Protocol, (await FaultAsync(new FakeSession()
            .Answer(EnumKey(), ("ReturnValue", "0"))
            .Answer(EnumValues(), ("ReturnValue", "0"), ("sNames", new object?[] { "A", "B" }), ("Types", "4")))).Kind);

    [Fact]
    public async Task Bytes_that_are_none_break_the_protocol() =>
        Assert.Equal(CimFaultKind.Protocol, (await FaultAsync(OneValue("3")
            .Answer(Get("GetBinaryValue", "V"), ("ReturnValue", "0"), ("uValue", new object?[] { "256" })))).Kind);

    [Fact]
    public async Task An_answer_without_ReturnValue_breaks_the_protocol() =>
        Assert.Equal(CimFaultKind.Protocol, (await FaultAsync(new FakeSession().Answer(EnumKey(), ("sNames", "A")))).Kind);

    [Fact]
    public async Task A_key_with_absurdly_many_values_is_not_read_through()
    {
        object?[] names = Enumerable.Range(0, 6000).Select(i => (object?)("V" + i)).ToArray();
        FakeSession host = new FakeSession()
            .Answer(EnumKey(), ("ReturnValue", "0"))
            .Answer(EnumValues(), ("ReturnValue", "0"), ("sNames", names), ("Types", names.Select(_ => (object?)"4").ToArray()));
        Assert.Equal(CimFaultKind.LimitExceeded, (await FaultAsync(host)).Kind);
        Assert.Equal(2, host.Asked.Count);
    }

    private static FakeSession Empty() =>
        new FakeSession().Answer(EnumKey(), ("ReturnValue", "0")).Answer(EnumValues(), ("ReturnValue", "0"));

    private static FakeSession OneValue(string? type) => new FakeSession()
        .Answer(EnumKey(), ("ReturnValue", "0"))
        .Answer(EnumValues(), ("ReturnValue", "0"), ("sNames", "V"), ("Types", new object?[] { type }));

    private static CimMethod EnumKey() => Method("EnumKey");

    private static CimMethod EnumValues() => Method("EnumValues");

    private static CimMethod Get(string method, string value) => Method(method, new KeyValuePair<string, object?>("sValueName", value));

    private static CimMethod Method(string name, params KeyValuePair<string, object?>[] more) => new("root/default", "StdRegProv", name)
    {
        Parameters = [new("hDefKey", 2147483650u), new("sSubKeyName", Path), .. more],
    };

    private static Task<RegistryKey?> ReadAsync(ICimSession host) => host.ReadKeyAsync(RegistryHive.LocalMachine, Path, CancellationToken.None);

    private static Task<CimFault> FaultAsync(ICimSession host) => Assert.ThrowsAsync<CimFault>(() => ReadAsync(host));
}
