using System.Linq;
using MedHardening.Baselines;
using MedHardening.Checklist;
using Xunit;

namespace MedHardening.Tests.Checklist;

/// <summary>Each kind of facility fills in its own form of the year.</summary>
public class FormsTests
{
    private static readonly ChecklistProfile s_profile = ProfileReader.Load("mhlw-r7");

    [Theory]
    [InlineData(FacilityKind.Hospital, "医療機関確認用", 19)]
    [InlineData(FacilityKind.Clinic, "医療機関確認用", 19)]
    [InlineData(FacilityKind.Pharmacy, "薬局確認用", 19)]
    [InlineData(FacilityKind.Vendor, "事業者確認用", 15)] // sections 1 and 2 alone
    public void A_form_has_its_rows(FacilityKind kind, string form, int rows)
    {
        Assert.Equal(form, s_profile.FormOf(kind)!.Name);
        Assert.Equal(rows, s_profile.On(kind).Rows.Count());
    }

    [Fact]
    public void A_record_that_does_not_exist_is_that_of_a_medical_institution() =>
        Assert.Equal("医療機関確認用", s_profile.FormOf(null)!.Name);

    [Fact]
    public void A_wording_that_we_could_not_confirm_says_so()
    {
        ChecklistItem item = s_profile.On(FacilityKind.Vendor).Find("1-①")!;
        Assert.Equal("事業者内に、医療情報システム等の提供に係る管理責任者を設置している。", item.Title.Ja);
        Assert.Contains("未確認（公式様式で要確認）", item.Note);
        Assert.Contains("未確認（公式様式で要確認）", s_profile.FormOf(FacilityKind.Vendor)!.Note);
        Assert.Null(s_profile.FormOf(FacilityKind.Hospital)!.Note);
    }

    [Fact]
    public void A_profile_that_tells_no_forms_apart_is_one_form() =>
        Assert.Equal(19, (s_profile with { Forms = [] }).On(FacilityKind.Vendor).Rows.Count());
}
