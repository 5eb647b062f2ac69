using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.CredentialProviders;
using MedHardening.Software;
using Xunit;

namespace MedHardening.Tests.Software;

/// <summary>What must hold of the lists in baselines/data, whoever adds to them.</summary>
public class KnownProductsTests
{
    public static TheoryData<string> Lists => ["RemoteControl", "Backup", "Antivirus"];

    [Theory]
    [MemberData(nameof(Lists))]
    public void Every_product_has_a_public_source_and_something_to_find_it_by(string list)
    {
        foreach (KnownProduct product in Of(list))
        {
            Assert.True(IsPublic(product.Source), product.Name + ": " + product.Source);
            Assert.True(product.Services.Count + product.Processes.Count + product.UninstallKeys.Count > 0, product.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void No_name_finds_everything_and_no_product_is_listed_twice(string list)
    {
        IReadOnlyList<KnownProduct> products = Of(list);
        Assert.DoesNotContain(products.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase), g => g.Count() > 1);
        Assert.All(
            products.SelectMany(p => p.Services.Concat(p.Processes).Concat(p.UninstallKeys)),
            n => Assert.True(n.Count(c => char.IsLetterOrDigit(c)) >= 3, n));
    }

    [Fact]
    public void Every_credential_provider_has_a_public_source_and_a_class_id() =>
        Assert.All(KnownCredentialProviders.Default.Providers, p => Assert.True(IsPublic(p.Source) && Guid.TryParseExact(p.ClassId, "B", out _), p.Name));

    private static IReadOnlyList<KnownProduct> Of(string list) => list switch
    {
        "RemoteControl" => KnownProducts.RemoteControl.Products,
        "Backup" => KnownProducts.Backup.Products,
        _ => KnownProducts.Antivirus.Products,
    };

    private static bool IsPublic(string source) => Uri.TryCreate(source, UriKind.Absolute, out Uri? address) && address.Scheme == "https" && address.Host.Contains('.');
}
