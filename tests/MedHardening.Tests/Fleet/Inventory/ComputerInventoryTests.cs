using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Domains;
using MedHardening.Fleet;
using MedHardening.Fleet.Inventory;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Fleet.Inventory;

public class ComputerInventoryTests
{
    [Theory]
    [InlineData("PC-0001", true)]
    [InlineData("pc-0001", true)]
    [InlineData("pc-0001.med.example", true)]
    [InlineData("pc-0001.other.example", false)] // another domain's computer of the same short name
    [InlineData("PC-0002", false)]
    public void A_line_of_the_ledger_meets_the_account_of_its_name(string name, bool meets)
    {
        InventoryComputer computer = Join([MadeUp.Computer(name)], [Account("PC-0001", DaysAgo(1))]).Single(c => c.ComputerName == name);
        Assert.Equal((true, meets), (computer.InLedger, computer.InDirectory));
    }

    [Fact]
    public void A_name_longer_than_an_account_may_have_meets_its_first_15_characters() =>
        Assert.Equal(true, Join([MadeUp.Computer("RADIOLOGY-CONSOLE-1")], [Account("RADIOLOGY-CONSO", DaysAgo(1), dnsName: null)]).Single().InDirectory);

    // 90 days unused and 14 days of lag: 105 days ago is the first day that proves it.
    [Theory]
    [InlineData(104, false)]
    [InlineData(105, true)]
    public void Stale_is_what_was_surely_not_used_for_so_long(int daysAgo, bool stale) =>
        Assert.Equal(stale, Join(null, [Account("PC-1", DaysAgo(daysAgo))]).Single().Stale);

    [Theory]
    [InlineData("0")]
    [InlineData(null)]
    public void Who_never_signed_in_counts_from_the_day_of_the_account(string? stamp)
    {
        Assert.True(Join(null, [Account("PC-1", stamp, created: "20250701000000.0Z")]).Single().Stale);
        InventoryComputer young = Join(null, [Account("PC-1", stamp, created: "20251115000000.0Z")]).Single();
        Assert.False(young.Stale);
        Assert.Null(young.LastLogon);
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("-1")]
    [InlineData("never")]
    public void What_is_no_time_is_no_sign_in(string stamp) =>
        Assert.Null(Join(null, [Account("PC-1", stamp)]).Single().LastLogon);

    [Fact]
    public void A_disabled_account_is_shown_only_where_the_ledger_has_the_computer()
    {
        DirectoryComputer[] accounts = [Account("PC-1", DaysAgo(400), control: 4098), Account("PC-2", DaysAgo(400), control: 4098)];
        InventoryComputer computer = Assert.Single(Join([MadeUp.Computer("PC-1")], accounts));
        Assert.Equal(("PC-1", false, false), (computer.ComputerName, computer.Enabled, computer.Stale));
    }

    [Theory]
    [InlineData("Windows Server 2022 Standard", 4096, Roles.Server)]
    [InlineData("Windows 11 Pro", 4096, Roles.Client)]
    [InlineData("Samba", 532480, Roles.Server)] // a domain controller
    [InlineData(null, 4096, Roles.Client)]
    public void The_role_of_a_computer_that_no_ledger_knows_is_that_of_its_system(string? system, int control, string role) =>
        Assert.Equal(role, Join([], [Account("X", DaysAgo(1), system: system, control: control)]).Single().Role);

    [Fact]
    public void A_computer_that_must_not_be_touched_stays_so_down_the_pipeline()
    {
        InventoryComputer computer = Join([MadeUp.Computer("CT-01", handling: Handling.NotContactable)], [Account("CT-01", DaysAgo(1))]).Single();
        Assert.Equal(Handling.NotContactable, computer.Handling);
    }

    [Fact]
    public void Without_a_directory_or_a_ledger_nobody_says_what_it_knows()
    {
        Assert.Equal((true, null), Join([MadeUp.Computer("PC-1")], null).Select(c => (c.InLedger, c.InDirectory)).Single());
        Assert.Equal((null, true), Join(null, [Account("PC-1", DaysAgo(1))]).Select(c => (c.InLedger, c.InDirectory)).Single());
    }

    [Fact]
    public void The_unit_is_the_rest_of_the_distinguished_name_also_after_an_escaped_comma() =>
        Assert.Equal("OU=Wards,DC=med,DC=example", Join(null, [Account(@"A\,B", DaysAgo(1))]).Single().OrganizationalUnit);

    [Fact]
    public void The_proposed_ledger_keeps_what_is_there_and_adds_what_is_missing()
    {
        LedgerComputer own = MadeUp.Computer("PC-1", "imaging") with { Vendor = "業者" };
        LedgerComputer network = MadeUp.Computer("SWITCH", Roles.Network);
        ComputerInventory inventory = new(
            [own, network], [Account("PC-1", DaysAgo(1)), Account("SV-2", DaysAgo(1), system: "Windows Server 2019 Standard")], 90, MadeUp.AsOf);
        Assert.DoesNotContain(inventory.Computers, c => c.ComputerName == "SWITCH");
        Assert.Equal(
            [own with { OperatingSystem = "Windows 11 Pro" }, network, new LedgerComputer("sv-2.med.example", "sv-2.med.example", Roles.Server, Handling.ReadOnly, 0) { OperatingSystem = "Windows Server 2019 Standard" }],
            inventory.ProposedLedger());
    }

    private static IReadOnlyList<InventoryComputer> Join(IReadOnlyList<LedgerComputer>? ledger, IReadOnlyList<DirectoryComputer>? directory) =>
        new ComputerInventory(ledger, directory, 90, MadeUp.AsOf).Computers;

    // 100 ns since 1601: 116444736000000000 is 1970-01-01 (MS-DTYP 2.3.3).
    private static string DaysAgo(int days) =>
        (116444736000000000 + (long)(MadeUp.AsOf.AddDays(-days) - DateTime.UnixEpoch).TotalSeconds * 10_000_000).ToString(CultureInfo.InvariantCulture);

    private static DirectoryComputer Account(
        string name, string? stamp, string created = "20240101000000.0Z", int control = 4096, string? system = "Windows 11 Pro", string? dnsName = "")
    {
        Dictionary<string, IReadOnlyList<string>> attributes = new(StringComparer.OrdinalIgnoreCase)
        {
            ["sAMAccountName"] = [name + "$"],
            ["userAccountControl"] = [control.ToString(CultureInfo.InvariantCulture)],
            ["whenCreated"] = [created],
        };
        if (stamp is not null)
            attributes["lastLogonTimestamp"] = [stamp];
        if (system is not null)
            attributes["operatingSystem"] = [system];
        if (dnsName is not null)
            attributes["dNSHostName"] = [name.ToLowerInvariant() + ".med.example"];
        return new DirectoryComputer("med.example", new DirectoryEntry("CN=" + name + ",OU=Wards,DC=med,DC=example", attributes));
    }
}
