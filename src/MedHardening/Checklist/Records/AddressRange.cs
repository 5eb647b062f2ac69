using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Numerics;

namespace MedHardening.Checklist.Records;

/// <summary>A range of IPv4 or IPv6 addresses as numbers, both ends included.</summary>
internal sealed record AddressRange(AddressFamily Family, BigInteger First, BigInteger Last)
{
    private const string Any = "any";

    /// <summary>Whether the range is all addresses of its family.</summary>
    public bool IsEverything => First.IsZero && Last == (BigInteger.One << Bits(Family)) - 1;

    /// <summary>An address, a network with its prefix length, or <c>any</c>; null when it is none of them.</summary>
    public static AddressRange? Parse(string text)
    {
        if (string.Equals(text.Trim(), Any, StringComparison.OrdinalIgnoreCase))
        {
            return new AddressRange(AddressFamily.InterNetwork, 0, (BigInteger.One << 32) - 1);
        }

        string[] parts = text.Trim().Split('/');
        if (parts.Length > 2 || Number(parts[0], out AddressFamily family) is not { } address)
        {
            return null;
        }

        int prefix = Bits(family);
        if (parts.Length == 2 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > Bits(family)))
        {
            return null;
        }

        BigInteger size = BigInteger.One << (Bits(family) - prefix);
        BigInteger first = address - (address % size);
        return new AddressRange(family, first, first + size - 1);
    }

    /// <summary>The address as a number; null when the text is no address in its usual spelling (three numbers, octal, a zone).</summary>
    public static BigInteger? Number(string text, out AddressFamily family)
    {
        family = AddressFamily.Unspecified;
        bool dotted = text.Split('.').Length == 4 && text.Split('.').All(p => p.Length is > 0 and <= 3 && (p == "0" || p[0] is >= '1' and <= '9'));
        if (!(dotted || text.Contains(':')) || text.Contains('%') || !IPAddress.TryParse(text, out IPAddress? address))
        {
            return null;
        }

        family = address.AddressFamily;
        return new BigInteger(address.GetAddressBytes().AsEnumerable().Reverse().Append((byte)0).ToArray());
    }

    private static int Bits(AddressFamily family) => family == AddressFamily.InterNetwork ? 32 : 128;
}
