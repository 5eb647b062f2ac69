using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using MedHardening.Baselines;
using MedHardening.Checks;
using MedHardening.RemovableStorage;
using Xunit;

namespace MedHardening.Tests.Baselines;

public class BaselineTests
{
    private const string Head = "schema: medhardening/baseline/1\nname: 試験\nprofile: mhlw-r7\n";

    [Fact]
    public void A_check_that_is_not_mentioned_has_its_default_settings()
    {
        Baseline baseline = Read(Head);
        Assert.Empty(Approved(baseline, "server"));
        Assert.Equal(
            ["PortableDevice", "RemovableDisk"], Deny(baseline, "client").Keys.Select(k => k.ToString()).Order());
    }

    [Fact]
    public void A_section_without_settings_has_the_default_ones() =>
        Assert.Equal(2, Deny(Read(Head + "defaults:\n  removable-storage-access:\n"), "client").Count);

    [Fact]
    public void Defaults_hold_for_every_role()
    {
        Baseline baseline = Read(Head + "defaults:\n  approved-services: {approved: [A, B*]}\nroles:\n  CT: {is: client}\n");
        Assert.All(["server", "client", "CT", "ct"], role => Assert.Equal(["A", "B*"], Approved(baseline, role)));
    }

    [Fact]
    public void A_setting_of_a_role_replaces_the_one_of_the_defaults()
    {
        Baseline baseline = Read(Head + """
            defaults:
              approved-services: {approved: [A]}
              removable-storage-access: {deny: {tape: [read]}}
            roles:
              サーバ:
                approved-services: {approved: [S]}
            """);
        Assert.Equal(["S"], Approved(baseline, "server"));
        Assert.Equal(["A"], Approved(baseline, "client"));
        Assert.Equal([Access.Read], Deny(baseline, "server")[Media.Tape]);
    }

    [Fact]
    public void Settings_are_joined_key_by_key()
    {
        Baseline baseline = Read(Head + """
            defaults:
              approved-services: {approved: [A]}
              removable-storage-access: {off: true, reason: 試験のため}
            roles:
              server:
                approved-services: {off: true, reason: 事業者が管理}
                removable-storage-access: {off: false}
            """);
        BaselineRole server = baseline.Role("server")!;
        Assert.Equal(new Dictionary<string, string> { ["approved-services"] = "事業者が管理" }, server.Off);
        Assert.Equal(["A"], Approved(baseline, "server"));
        Assert.Equal(
            new Dictionary<string, string> { ["removable-storage-access"] = "試験のため" }, baseline.Role("client")!.Off);
    }

    [Fact]
    public void A_role_does_not_inherit_from_the_official_role_that_it_is() =>
        Assert.Empty(Approved(Read(Head + "roles:\n  client: {approved-services: {approved: [A]}}\n  CT: {is: client}\n"), "CT"));

    [Fact]
    public void The_reference_names_the_file_and_its_bytes()
    {
        using var file = new TextFile(Head);
        string expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Head)));
        Assert.Equal((file.Path, expected), (BaselineReader.Read(file.Path).Reference.Path, BaselineReader.Read(file.Path).Reference.Sha256));
    }

    [Fact]
    public void The_profile_and_the_name_are_those_of_the_file() =>
        Assert.Equal(("試験", "mhlw-r7"), (Read(Head).Name, Read(Head).ProfileId));

    private static Baseline Read(string text)
    {
        using var file = new TextFile(text);
        return BaselineReader.Read(file.Path);
    }

    private static IReadOnlyList<string> Approved(Baseline baseline, string role) =>
        Settings<ApprovedServices.Settings>(baseline, role, "approved-services").Approved;

    private static IReadOnlyDictionary<Media, IReadOnlyList<Access>> Deny(Baseline baseline, string role) =>
        Settings<RemovableStorageAccess.Settings>(baseline, role, "removable-storage-access").Deny;

    private static T Settings<T>(Baseline baseline, string role, string check) =>
        (T)baseline.Role(role)!.SettingsOf(CheckCatalog.Find(check)!);
}
