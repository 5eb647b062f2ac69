using MedHardening.Baselines;
using MedHardening.Checklist;
using Xunit;

namespace MedHardening.Tests.Baselines;

public class ProfileFaultsTests
{
    private const string Good = """
        schema: medhardening/profile/1
        id: test
        title: {ja: 試験, en: Test}
        fiscalYear: {wareki: 令和7年度, from: 2025-04-01, to: 2026-03-31}
        guidelineVersion: "6.0"
        sections:
        - {number: 1, title: {ja: 章, en: Section}}
        items:
        - {key: a, number: 1-①, section: 1, title: {ja: い, en: A}, category: x, forms: [x], chapters: [1], roles: [server], source: x}
        - {key: b, number: 1-②, section: 1, title: {ja: ろ, en: B}, category: x, forms: [x], chapters: [1], roles: [], source: x}
        """;

    [Theory]
    [InlineData("key: b", "key: ▼A", "9行目の項目と同じ", "same as on line 9")]
    [InlineData("1-②", "▼1-①", "9行目の項目と同じ", "same as on line 9")]
    [InlineData("1-②, section: 1", "1-②, section: ▼2", "「sections:」に2がありません", "'sections:' has no number 2")]
    [InlineData("roles: [server]", "roles: [▼sever]", "「server」のことですか", "Did you mean 'server'?")]
    [InlineData("roles: [server]", "rows: [{role: server, label: x}, {role: ▼cliemt, label: y}]", "「client」のことですか", "Did you mean 'client'?")]
    [InlineData("{key: b", "▼{rows: [], key: b", "「roles:」（一行の項目）か「rows:」", "either 'roles:'")]
    [InlineData("to: 2026-03-31", "to: ▼2025-03-31", "終わりが始まりより前", "ends before it begins")]
    [InlineData("chapters: [1], roles: []", "chapters: [▼x], roles: []", "整数", "whole number")]
    [InlineData("en: Test", "en: Test, ▼de: Test", "「de」というキーはありません", "no key 'de'")]
    public void A_mistake_in_a_profile_is_told(string part, string instead, string ja, string en) =>
        Expect.Fault(Good.Replace(part, instead), ja, en);

    [Fact]
    public void An_item_says_which_rows_it_has() =>
        Expect.Fault(Good.Replace("- {key: a", "- ▼{key: a").Replace("roles: [server], ", ""), "「roles:」（一行の項目）か「rows:」", "either 'roles:'");

    [Fact]
    public void A_profile_of_ones_own_is_read()
    {
        using var file = new TextFile(Good);
        ChecklistProfile profile = ProfileReader.Read(file.Path);
        Assert.Equal(("test", "A"), (profile.Id, profile.Find("1-1")!.Title.En));
    }

    [Fact]
    public void The_file_of_the_repository_is_the_one_that_the_engine_carries() => Assert.Equal(
        ProfileReader.Load("mhlw-r7").Title,
        ProfileReader.Read(RepositoryFiles.Path("baselines/checklists/mhlw-r7.yaml")).Title);
}
