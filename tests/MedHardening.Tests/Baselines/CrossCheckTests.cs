using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines;
using Xunit;

namespace MedHardening.Tests.Baselines;

/// <summary>Files of one facility, held against each other when they are given together.</summary>
public class CrossCheckTests
{
    private const string Head = "schema: medhardening/facility/1\nprofile: mhlw-r7\nfacility: {name: 見本病院, kind: 病院}\n";
    private const string Baseline = "schema: medhardening/baseline/1\nname: a\nprofile: mhlw-r7\n";
    private const string Ledger = "名称,区分\nCT-01,端末PC\nFW-01,ネットワーク機器\n";

    [Theory]
    [InlineData("exceptions:\n- {id: E1, item: 2-9, hosts: [CT-01, ▼CT-02], reason: a, compensatingControl: b, expires: 2026-03-31}")]
    [InlineData("vendorAnswers:\n- {vendor: V, row: 2-9, hosts: [▼CT-02], answer: はい, by: {name: 見本, title: 係}, answeredOn: 2025-05-01}")]
    [InlineData("vendors:\n- {name: V, remoteMaintenance: {used: true, hosts: [▼CT-02]}}")]
    [InlineData("networkDevices:\n- {name: ▼CT-02}")]
    public void A_name_of_the_record_that_the_ledger_does_not_have(string marked)
    {
        Fault fault = Assert.Single(Together(Head + Expect.Unmarked(marked) + "\n", Ledger)[0].Faults);
        Expect.Is(fault, Head + marked + "\n", "「CT-01」のことですか", "Did you mean 'CT-01'?");
    }

    [Fact]
    public void Names_compare_without_case() =>
        Assert.All(Together(Head + "networkDevices:\n- {name: fw-01}\n", Ledger), f => Assert.Empty(f.Faults));

    [Fact]
    public void Without_a_ledger_names_are_not_judged() =>
        Assert.Empty(Together(Head + "networkDevices:\n- {name: FW-09}\n", null)[0].Faults);

    [Fact]
    public void A_role_of_the_ledger_that_the_baseline_does_not_have()
    {
        Fault fault = Assert.Single(Together(Baseline, "名称,区分\nCT-01,装置\n")[1].Faults);
        Assert.Equal((2, 1), (fault.Line, fault.Column));
        Assert.Contains("the baseline has no role '装置'", fault.Message.En);
    }

    private static IReadOnlyList<FileValidation> Together(string yaml, string? csv)
    {
        using var file = new TextFile(yaml);
        using var ledger = new TextFile(csv ?? "", ".csv");
        return FileValidator.Validate(new[] { file.Path }.Concat(csv is null ? [] : [ledger.Path]).ToArray());
    }
}
