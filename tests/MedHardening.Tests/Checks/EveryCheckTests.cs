using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using MedHardening.Checks;
using Xunit;

namespace MedHardening.Tests.Checks;

/// <summary>What must hold of every check, whoever adds it.</summary>
public class EveryCheckTests
{
    public static TheoryData<string> Ids => new(CheckCatalog.All.Select(c => c.Id));

    [Fact]
    public void Ids_are_unique() => Assert.DoesNotContain(CheckCatalog.All.GroupBy(c => c.Id), g => g.Count() > 1);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_id_is_the_class_name_in_kebab_case(string id)
    {
        string name = CheckCatalog.Find(id)!.GetType().Name;
        Assert.Equal(Regex.Replace(name, "(?<!^)([A-Z])", "-$1").ToLowerInvariant(), id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_speaks_both_languages(string id)
    {
        Check check = CheckCatalog.Find(id)!;
        foreach (Text text in new List<Text> { check.Title, check.Remedy })
        {
            Assert.Matches(@"\p{IsHiragana}|\p{IsKatakana}|\p{IsCJKUnifiedIdeographs}", text.Ja);
            Assert.Matches("^[ -~]+$", text.En);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_has_settings_that_need_no_baseline(string id)
    {
        Check check = CheckCatalog.Find(id)!;
        Assert.IsType(check.SettingsType, check.DefaultSettings());
    }
}
