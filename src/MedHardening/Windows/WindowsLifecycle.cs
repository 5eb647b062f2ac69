using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Baselines.Yaml;
using MedHardening.Cim;

namespace MedHardening.Windows;

/// <summary>Until when each Windows release gets security updates, from baselines/data/windows-lifecycle.yaml.</summary>
internal sealed record WindowsLifecycle
{
    // OperatingSystemSKU and ProductType: https://learn.microsoft.com/windows/win32/cimwin32prov/win32-operatingsystem
    // and GetProductInfo (winnt.h PRODUCT_*): https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getproductinfo
    private static readonly Dictionary<uint, Editions> s_skus = new()
    {
        [48] = Editions.Pro, [49] = Editions.Pro, [98] = Editions.Pro, [99] = Editions.Pro, [100] = Editions.Pro,
        [101] = Editions.Pro, [161] = Editions.Pro, [162] = Editions.Pro, [164] = Editions.Pro, [165] = Editions.Pro,
        [4] = Editions.Enterprise, [27] = Editions.Enterprise, [121] = Editions.Enterprise, [122] = Editions.Enterprise, [188] = Editions.Enterprise,
        [125] = Editions.Ltsc, [126] = Editions.Ltsc, [191] = Editions.IotLtsc,
        [7] = Editions.Standard, [8] = Editions.Standard, [12] = Editions.Standard, [13] = Editions.Standard,
        [145] = Editions.Sac, [146] = Editions.Sac,
    };

    /// <summary>The list that comes with the engine.</summary>
    public static WindowsLifecycle Default { get; } = DataFile.Load<WindowsLifecycle>("windows-lifecycle", YamlFile.WindowsLifecycleSchema);

    public required string Schema { get; init; }

    /// <summary>The day on which the list was made.</summary>
    public required DateTime AsOf { get; init; }

    public required IReadOnlyList<WindowsRelease> Releases { get; init; }

    /// <summary>The release of a <c>Win32_OperatingSystem</c>; null when it is not listed, or its edition is not known.</summary>
    public WindowsRelease? Find(CimObject system)
    {
        uint? sku = system.UInt32("OperatingSystemSKU");
        uint? productType = system.UInt32("ProductType"); // 1 workstation, 2 domain controller, 3 server
        uint? build = system.UInt32("BuildNumber");
        if (sku is null || productType is null || build is null || !s_skus.TryGetValue(sku.Value, out Editions editions))
            return null;
        Product product = productType == 1 ? Product.Client : Product.Server;
        return Releases.FirstOrDefault(r => r.Build == build && r.Product == product
            && (r.Editions == editions || (r.Editions == Editions.General && editions is Editions.Pro or Editions.Enterprise)));
    }
}

/// <summary>One release for one group of editions.</summary>
internal sealed record WindowsRelease
{
    public required string Name { get; init; }

    public required Product Product { get; init; }

    public required int Build { get; init; }

    public required Editions Editions { get; init; }

    /// <summary>The last day on which it gets security updates.</summary>
    public required DateTime Until { get; init; }

    /// <summary>Public address that says so.</summary>
    public required string Source { get; init; }
}

internal enum Product
{
    Client,
    Server,
}

/// <summary>Editions that end together.</summary>
internal enum Editions
{
    Pro,
    Enterprise,
    General,
    Ltsc,
    IotLtsc,
    Standard,
    Sac,
}
