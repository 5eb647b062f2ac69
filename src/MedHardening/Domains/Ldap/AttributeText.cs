using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace MedHardening.Domains.Ldap;

/// <summary>
/// A value of an attribute as text: security identifiers as S-1-… (MS-DTYP 2.4.2.1), GUIDs with hyphens, all else as the UTF-8
/// that it is (RFC 4511), or, if it is none, 0x and hexadecimal digits.
/// </summary>
internal static class AttributeText
{
    private static readonly HashSet<string> s_sids = new(StringComparer.OrdinalIgnoreCase) { "objectSid", "sIDHistory", "securityIdentifier" };
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    public static string Of(string attribute, byte[] bytes)
    {
        if (s_sids.Contains(attribute) && Sid(bytes) is { } sid)
            return sid;
        if (string.Equals(attribute, "objectGUID", StringComparison.OrdinalIgnoreCase) && bytes.Length == 16)
            return new Guid(bytes).ToString("D");
        try
        {
            return s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return string.Concat(bytes.Select(b => b.ToString("X2", CultureInfo.InvariantCulture)).Prepend("0x"));
        }
    }

    // MS-DTYP 2.4.2.2: revision 1, count of sub-authorities, authority in 6 bytes (big-endian), sub-authorities (little-endian).
    private static string? Sid(byte[] bytes)
    {
        const int header = 8, size = 4;
        if (bytes.Length < header || bytes[0] != 1 || bytes.Length != header + size * bytes[1])
            return null;
        long authority = bytes.Skip(2).Take(6).Aggregate(0L, (number, b) => (number << 8) | b);
        IEnumerable<string> parts = Enumerable.Range(0, bytes[1])
            .Select(i => bytes.Skip(header + size * i).Take(size).Reverse().Aggregate(0U, (number, b) => (number << 8) | b))
            .Select(part => part.ToString(CultureInfo.InvariantCulture));
        return string.Join("-", new[] { "S-1", authority.ToString(CultureInfo.InvariantCulture) }.Concat(parts));
    }
}
