using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Numerics;

namespace MedHardening.Checklist.Records;

/// <summary>
/// Which addresses belong to which country, by a registry's statistics file: <c>apnic|JP|ipv4|1.0.16.0|4096|20110412|allocated</c>
/// (RIR statistics exchange format, https://www.apnic.net/about-apnic/corporate-documents/documents/resource-guidelines/rir-statistics-exchange-format/).
/// </summary>
internal sealed class CountryRanges
{
    private const int MostLines = 1_000_000;
    private const int LongestLine = 400;

    private readonly Dictionary<(string Country, AddressFamily Family), AddressRange[]> _ranges;

    private CountryRanges(IEnumerable<(string Country, AddressRange Range)> lines) =>
        _ranges = lines.GroupBy(l => (l.Country, l.Range.Family), l => l.Range).ToDictionary(g => g.Key, Joined);

    /// <summary>Reads as far as the file follows the format; lines of other kinds (header, summaries, AS numbers) say nothing about addresses.</summary>
    public static CountryRanges Read(Stream file)
    {
        using StreamReader reader = new(file);
        List<(string, AddressRange)> lines = [];
        for (int i = 0; i < MostLines && reader.ReadLine() is { } line; i++)
        {
            if (line.Length <= LongestLine && Range(line.Split('|')) is { } found)
                lines.Add(found);
        }

        return new CountryRanges(lines);
    }

    /// <summary>Whether every address of the range belongs to the country.</summary>
    public bool Holds(string country, AddressRange range) =>
        _ranges.TryGetValue((country, range.Family), out AddressRange[]? ranges)
        && ranges.Any(r => r.First <= range.First && range.Last <= r.Last);

    private static (string, AddressRange)? Range(string[] cells)
    {
        if (cells.Length < 7 || cells[6] is not ("allocated" or "assigned") || cells[2] is not ("ipv4" or "ipv6")
            || AddressRange.Number(cells[3], out AddressFamily family) is not { } first
            || family != (cells[2] == "ipv4" ? AddressFamily.InterNetwork : AddressFamily.InterNetworkV6)
            || !int.TryParse(cells[4], NumberStyles.None, CultureInfo.InvariantCulture, out int value) || value == 0)
        {
            return null;
        }

        // The number of addresses for IPv4, the length of the prefix for IPv6.
        BigInteger size = family == AddressFamily.InterNetwork ? value : BigInteger.One << (128 - System.Math.Min(value, 128));
        return (cells[1], new AddressRange(family, first, first + size - 1));
    }

    // Neighbouring allocations together may hold a network that neither of them holds alone.
    private static AddressRange[] Joined(IEnumerable<AddressRange> ranges)
    {
        List<AddressRange> joined = [];
        foreach (AddressRange range in ranges.OrderBy(r => r.First))
        {
            if (joined.Count > 0 && joined[joined.Count - 1] is var last && range.First <= last.Last + 1)
                joined[joined.Count - 1] = last with { Last = BigInteger.Max(last.Last, range.Last) };
            else
                joined.Add(range);
        }

        return [.. joined];
    }
}
