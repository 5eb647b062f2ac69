using System;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Fleet;
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
    [InlineData("sv1.hosp.example", -1, "", Outcome.Pass)]
    [InlineData("PC9.hosp.example", -1, "", Outcome.Fail)] // used yesterday, and in no line of the ledger
    [InlineData("PC9.hosp.example", -1, "PC9", Outcome.Pass)] // somebody has explained it
    [InlineData("PC9.hosp.example", -90, "", Outcome.Fail)] // the last day that counts as used
    [InlineData("PC9.hosp.example", -91, "", Outcome.Unknown)] // gone, or switched off for long: a person must look
    [InlineData("PC9.hosp.example", null, "", Outcome.Unknown)]
    [InlineData("SV1", -400, "SV1", Outcome.Pass)]
    public void Computers_of_the_directory_are_held_against_the_ledger(string name, int? days, string explained, Outcome expected)
    {
        _facility.Domain = [new DirectoryComputer(name, days is { } d ? GoodFacility.AsOf.AddDays(d) : null)];
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
        _facility.Domain = [new DirectoryComputer("SV1", GoodFacility.AsOf)];
        _facility.Computers = [Measured("PC1") with { Outcome = ComputerOutcome.Unreachable }];
        Assert.Equal(Outcome.Unknown, Judge("").Outcome);
        Assert.Equal(Outcome.Pass, Judge("PC1").Outcome);
    }

    private static ComputerResult Measured(string name) =>
        new(new LedgerComputer(name, name, Roles.Client, Handling.ReadOnly, 3), ComputerOutcome.Measured, null, null);

    private Verdict Judge(string explained) => explained.Length == 0
        ? _facility.Judge(Id)
        : _facility.Judge(Id, Owner, Owner + "  explained:\n    - {name: " + explained + ", reason: 予備機}\n");
}
