using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Checklist.Records;

/// <summary>One 事業者 and its own form (事業者確認用).</summary>
public sealed record Vendor : IRuled
{
    public required string Name { get; init; }

    /// <summary>False for a vendor without a contract: nothing is asked of it then.</summary>
    public bool Contract { get; init; } = true;

    /// <summary>事業者確認用チェックリスト, as the vendor filled it in.</summary>
    public Document? Form { get; init; }

    public IReadOnlyList<VendorSystem>? Systems { get; init; }

    public RemoteMaintenance? RemoteMaintenance { get; init; }

    /// <summary>外部媒体の接続を制限する機能について事業者が述べたもの（2-⑨）.</summary>
    public Document? MediaStatement { get; init; }

    IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile)
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return Mistake.Blank("name");
        }

        VendorSystem[] systems = [.. Systems ?? []];
        for (int i = 1; i < systems.Length; i++)
        {
            if (systems.Take(i).Any(s => s.Name == systems[i].Name))
            {
                yield return new Mistake(new("同じ名前のシステムが二つあります。", "two systems have the same name."), "systems", i, "name");
            }
        }
    }
}

/// <summary>A contracted system or product (2-③).</summary>
public sealed record VendorSystem : IRuled
{
    public required string Name { get; init; }

    /// <summary>医療情報セキュリティ開示書（MDS/SDS）.</summary>
    public Document? Disclosure { get; init; }

    public DateTime? ReceivedOn { get; init; }

    /// <summary>督促した日, while the statement is missing.</summary>
    public DateTime? RemindedOn { get; init; }

    IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile) => string.IsNullOrWhiteSpace(Name) ? [Mistake.Blank("name")] : [];
}

/// <summary>What a vendor answered about remote maintenance (2-②).</summary>
public sealed record RemoteMaintenance : IRuled
{
    public DateTime? AnsweredOn { get; init; }

    public Person? By { get; init; }

    /// <summary>Whether any device is maintained from afar.</summary>
    public bool? Used { get; init; }

    /// <summary>The computers and devices that are, by their names in the ledger.</summary>
    public IReadOnlyList<string>? Hosts { get; init; }

    /// <summary>How: product, line, times.</summary>
    public string? Means { get; init; }

    internal bool Mentions(string host) => (Hosts ?? []).Contains(host, StringComparer.OrdinalIgnoreCase);

    IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile)
    {
        if (Used == true && Hosts is not { Count: > 0 })
        {
            yield return new Mistake(new(
                "「used: true」のときは、対象の機器を「hosts:」に書いてください。", "with 'used: true', name the devices in 'hosts:'."), "used");
        }

        if (Used == false && Hosts is { Count: > 0 })
        {
            yield return new Mistake(new(
                "「used: false」と「hosts:」が食い違っています。", "'used: false' and 'hosts:' contradict each other."), "hosts");
        }
    }
}
