using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Domains;
using MedHardening.Fleet;
using MedHardening.Fleet.Inventory;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks.Facility;

public sealed class LedgerDifferencesTests : IDisposable
{
    private const string Id = "ledger-differences";
    private const string Owner = "  owner: {name: 台帳花子, title: 情報係}\n";

    private readonly GoodFacility _facility = new();

    public void Dispose() => _facility.Dispose();

    [Fact]
    public void Without_differences_it_passes() => Assert.Equal(Outcome.Pass, _facility.Judge(Id).Outcome);

    [Theory]
    [InlineData("sv1", -1, "", Outcome.Pass)]
    [InlineData("PC9", -1, "", Outcome.Fail)] // used yesterday, and in no line of the ledger
    [InlineData("PC9", -1, "pc9.hosp.example", Outcome.Pass)] // somebody has explained it
    [InlineData("PC9", -103, "", Outcome.Fail)] // 90 days, and the 14 by which the directory may be behind
    [InlineData("PC9", -106, "", Outcome.Unknown)] // gone, or switched off for long: a person must look
    [InlineData("SV1", -400, "", Outcome.Unknown)]
    [InlineData("SV1", -400, "SV1", Outcome.Pass)]
    public void Computers_of_the_directory_are_held_against_the_ledger(string name, int days, string explained, Outcome expected)
    {
        _facility.Domain = [Account(name, days)];
        Assert.Equal(expected, Judge(explained).Outcome);
    }

    [Theory]
    [InlineData("", Outcome.Unknown)]
    [InlineData("S-1", Outcome.Pass)]
    public void A_serial_number_that_two_lines_share_must_be_explained(string explained, Outcome expected)
    {
        _facility.Ledger = [.. _facility.Ledger.Select(c => c with { Serial = "S-1" })];
        Assert.Equal(expected, Judge(explained).Outcome);
    }

    [Fact]
    public void Two_lines_that_are_one_computer_must_be_explained()
    {
        HostIdentity one = new("PC1", "hosp.example", "Microsoft Windows 11 Pro", "26100");
        _facility.Computers = [Measured("PC1") with { Identity = one }, Measured("PC1-OLD") with { Identity = one }];
        Assert.Equal(Outcome.Unknown, Judge("").Outcome);
    }

    [Fact]
    public void A_line_that_neither_network_nor_directory_knows_must_be_explained()
    {
        _facility.Domain = [Account("SV1", -1)];
        _facility.Computers = [Measured("PC1") with { Outcome = ComputerOutcome.Unreachable }];
        Assert.Equal(Outcome.Unknown, Judge("").Outcome);
        Assert.Equal(Outcome.Pass, Judge("PC1").Outcome);
    }

    [Fact]
    public void Computers_named_at_the_command_line_are_no_ledger()
    {
        _facility.Ledger = [new LedgerComputer("PC1", "PC1", Roles.Client, Handling.ReadOnly, 0)];
        _facility.Domain = [Account("PC9", -1)];
        Assert.Equal(Outcome.Pass, Judge("").Outcome);
    }

    [Fact]
    public void A_line_whose_account_is_disabled_must_be_explained()
    {
        _facility.Domain = [Account("PC1", -1, control: "4098")];
        Assert.Equal(Outcome.Unknown, Judge("").Outcome);
    }

    [Fact]
    public void A_directory_that_was_asked_and_did_not_answer_leaves_it_open()
    {
        _facility.DomainFault = new CimFault(CimFaultKind.AuthenticationFailed, "LDAP 49");
        Verdict verdict = Judge("");
        Assert.Equal((Outcome.Unknown, "DirectoryAuthenticationFailed", false), (verdict.Outcome, verdict.Reason, verdict.LacksRecord));
    }

    // userAccountControl 4096: the account of a workstation or server; 2 more when it is disabled (MS-ADTS 2.2.16).
    private static DirectoryComputer Account(string name, int days, string control = "4096") => new("hosp.example", new DirectoryEntry(
        "CN=" + name + ",DC=hosp,DC=example",
        new Dictionary<string, IReadOnlyList<string>>
        {
            ["sAMAccountName"] = [name + "$"],
            ["dNSHostName"] = [name.ToLowerInvariant() + ".hosp.example"],
            ["userAccountControl"] = [control],
            ["lastLogonTimestamp"] = [FixedDirectory.Time(GoodFacility.AsOf.AddDays(days))],
        }));

    private static ComputerResult Measured(string name) =>
        new(new LedgerComputer(name, name, Roles.Client, Handling.ReadOnly, 3), ComputerOutcome.Measured, null, null);

    private Verdict Judge(string explained) => explained.Length == 0
        ? _facility.Judge(Id)
        : _facility.Judge(Id, Owner, Owner + "  explained:\n    - {name: " + explained + ", reason: 予備機}\n");
}
