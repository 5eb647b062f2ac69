using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim;

public sealed class HostIdentityTests
{
    private static readonly CimQuery s_computer = CimQuery.Class("root/cimv2", "Win32_ComputerSystem");
    private static readonly CimQuery s_system = CimQuery.Class("root/cimv2", "Win32_OperatingSystem");

    [Fact]
    public async Task The_DNS_name_goes_before_the_NetBIOS_name_which_is_cut_off_at_15_characters()
    {
        HostIdentity identity = await ReadAsync(("DNSHostName", "radiology-console-01"), ("Name", "RADIOLOGY-CONSO"), ("Domain", "med.example"));
        Assert.Equal(new HostIdentity("radiology-console-01", "med.example", "Microsoft Windows 11 Pro", "26100"), identity);
    }

    [Fact]
    public async Task Where_there_is_no_DNS_name_the_NetBIOS_name_is_taken() =>
        Assert.Equal("PC-1", (await ReadAsync(("DNSHostName", null), ("Name", "PC-1"))).Name);

    [Fact]
    public async Task A_host_without_a_name_breaks_the_protocol()
    {
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => ReadAsync(("Domain", "med.example")));
        Assert.Equal(CimFaultKind.Protocol, fault.Kind);
        Assert.Equal("PC1", fault.Host);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task There_is_exactly_one_computer(int count)
    {
        CimObject[] rows = new CimObject[count];
        System.Array.Fill(rows, FakeHost.Row("Win32_ComputerSystem", ("Name", "PC-1")));
        CimFault fault = await Assert.ThrowsAsync<CimFault>(
            () => HostIdentity.ReadAsync(new FakeSession().Answer(s_computer, rows), CancellationToken.None));
        Assert.Equal(CimFaultKind.Protocol, fault.Kind);
        Assert.Equal("PC1", fault.Host);
    }

    [Fact]
    public async Task What_the_host_refuses_is_passed_on()
    {
        CimFault fault = await Assert.ThrowsAsync<CimFault>(
            () => HostIdentity.ReadAsync(new FakeSession().Fail(s_computer, CimFaultKind.AccessDenied), CancellationToken.None));
        Assert.Equal(CimFaultKind.AccessDenied, fault.Kind);
    }

    [Theory]
    [InlineData("PC-1", "PC-1", true)]
    [InlineData("PC-1", "pc-1", true)]
    [InlineData("PC-1", "pc-1.med.example", true)]
    [InlineData("pc-1.med.example", "PC-1", true)]
    [InlineData("radiology-console-01", "RADIOLOGY-CONSO", true)] // 15 characters
    [InlineData("RADIOLOGY-CONSO", "radiology-console-01.med.example", true)]
    [InlineData("PC-1", "10.0.0.5", true)] // an address says nothing about the name
    [InlineData("PC-1", "fe80::1", true)]
    [InlineData("PC-1", "PC-10", false)]
    [InlineData("PC-10", "PC-1", false)]
    [InlineData("PC-1", "PC-2", false)]
    [InlineData("radiology-console-01", "RADIOLOGY-CONS", false)] // 14 characters are another name
    public void A_host_answers_to_its_own_name_only(string own, string expected, bool matches) =>
        Assert.Equal(matches, new HostIdentity(own, "", "", "").IsCalled(expected));

    private static Task<HostIdentity> ReadAsync(params (string Name, object? Value)[] computer) => HostIdentity.ReadAsync(
        new FakeSession()
            .Answer(s_computer, FakeHost.Row("Win32_ComputerSystem", computer))
            .Answer(s_system, FakeHost.Row("Win32_OperatingSystem", ("Caption", "Microsoft Windows 11 Pro"), ("BuildNumber", "26100"))),
        CancellationToken.None);
}
