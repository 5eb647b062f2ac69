using System.Globalization;
using System.Text.RegularExpressions;

namespace MedHardening.Services;

/// <summary>Some ports of one protocol, both ends included: <c>tcp/49152-65535</c>.</summary>
internal sealed record PortRange(string Protocol, int First, int Last)
{
    private const int Highest = 65535;

    private static readonly Regex s_form = new("^(tcp|udp)/(\\d{1,5})(?:-(\\d{1,5}))?$", RegexOptions.CultureInvariant);

    /// <summary>Null when the text is none.</summary>
    public static PortRange? TryParse(string text)
    {
        Match match = s_form.Match(text);
        if (!match.Success)
            return null;
        int first = int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        int last = match.Groups[3].Success ? int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) : first;
        return first <= last && last <= Highest ? new PortRange(match.Groups[1].Value, first, last) : null;
    }

    public bool Contains(PortRange one) => Protocol == one.Protocol && First <= one.First && one.Last <= Last;

    public override string ToString() => Protocol + "/" + First + (Last == First ? "" : "-" + Last);
}
