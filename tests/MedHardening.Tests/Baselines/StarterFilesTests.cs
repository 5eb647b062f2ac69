using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Fleet;
using Xunit;

namespace MedHardening.Tests.Baselines;

public class StarterFilesTests
{
    [Theory]
    [InlineData("hospital.yaml")]
    [InlineData("clinic.yaml")]
    [InlineData("pharmacy.yaml")]
    [InlineData("facility.example.yaml")]
    [InlineData("ledger.example.csv")]
    [InlineData("checklists/mhlw-r7.yaml")]
    public void Every_file_that_users_start_from_is_without_fault(string name) =>
        Assert.Empty(FileValidator.Validate(RepositoryFiles.Path("baselines/" + name)));

    [Fact]
    public void The_example_of_a_facility_record_answers_nothing()
    {
        FacilityRecord record = FacilityReader.Read(
            RepositoryFiles.Path("baselines/facility.example.yaml"), ProfileReader.Load("mhlw-r7"));
        Assert.Empty(record.Attestations);
        Assert.Empty(record.Exceptions);
        Assert.Empty(record.VendorAnswers);
        Assert.Null(record.Officer);
        Assert.Null(record.OperatesMedicalSystem);
    }

    [Fact]
    public void The_example_of_a_ledger_has_each_handling_and_each_class()
    {
        IReadOnlyList<LedgerComputer> ledger = LedgerReader.Read(RepositoryFiles.Path("baselines/ledger.example.csv"));
        Assert.Equal(["client", "network", "server"], ledger.Select(c => c.Role).Distinct().Order());
        Assert.Equal(3, ledger.Select(c => c.Handling).Distinct().Count());
    }
}
