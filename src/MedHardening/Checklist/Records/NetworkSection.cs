using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Checklist.Records;

/// <summary>2-⑬: from where the network may be entered.</summary>
public sealed record NetworkSection : IRuled
{
    /// <summary>True where nothing can be entered from outside.</summary>
    public bool NoRemoteAccess { get; init; }

    /// <summary>リモートアクセス用ネットワーク機器.</summary>
    public IReadOnlyList<RemoteAccessDevice>? RemoteAccess { get; init; }

    /// <summary>
    /// APNIC's statistics file (delegated-apnic-latest), which says which addresses belong to which country; for sources that are countries.
    /// </summary>
    public Document? CountryData { get; init; }

    public WirelessLan? Wireless { get; init; }

    public WiredLan? Wired { get; init; }

    /// <summary>ネットワーク構成図.</summary>
    public Document? Diagram { get; init; }

    IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile)
    {
        if (NoRemoteAccess && RemoteAccess is { Count: > 0 })
        {
            yield return new Mistake(new(
                "「noRemoteAccess: true」と「remoteAccess:」が食い違っています。",
                "'noRemoteAccess: true' and 'remoteAccess:' contradict each other."), "remoteAccess");
        }
    }

    public sealed record RemoteAccessDevice : IRuled
    {
        public required string Name { get; init; }

        /// <summary>Addresses (203.0.113.5), networks (203.0.113.0/24) or <c>any</c> that may connect.</summary>
        public IReadOnlyList<string>? Allowed { get; init; }

        /// <summary>Country (ISO 3166-1, two letters) that all of <see cref="Allowed"/> must belong to; null for fixed addresses.</summary>
        public string? Country { get; init; }

        public string? Firmware { get; init; }

        public Person? Manager { get; init; }

        /// <summary>The device's settings, exported or photographed.</summary>
        public Document? Settings { get; init; }

        IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile)
        {
            string[] sources = [.. Allowed ?? []];
            for (int i = 0; i < sources.Length; i++)
            {
                if (AddressRange.Parse(sources[i]) is null)
                {
                    yield return new Mistake(new(
                        "アドレス（203.0.113.5）、ネットワーク（203.0.113.0/24）、または any を書いてください。",
                        "write an address (203.0.113.5), a network (203.0.113.0/24), or any."), "allowed", i);
                }
            }

            if (Country is { } country && !(country.Length == 2 && country.All(c => c is >= 'A' and <= 'Z')))
            {
                yield return new Mistake(new("国は大文字2字（例: JP）で書いてください。", "write a country as two capital letters, such as JP."), "country");
            }
        }
    }

    public sealed record WirelessLan
    {
        /// <summary>False where there is no wireless LAN.</summary>
        public bool Used { get; init; } = true;

        /// <summary>How devices prove themselves: WPA3-Enterprise, WPA2-Enterprise (802.1X), ….</summary>
        public string? Authentication { get; init; }

        public DateTime? CheckedOn { get; init; }
    }

    public sealed record WiredLan
    {
        /// <summary>What keeps a foreign device out: 802.1X, MACアドレス認証, 未使用ポートの閉鎖, ….</summary>
        public string? Control { get; init; }

        public DateTime? CheckedOn { get; init; }
    }
}
