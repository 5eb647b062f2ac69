using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace MedHardening.Baselines;

/// <summary>
/// What can be a computer's name and what can be an address. Windows also takes letters beyond ASCII in names, so they
/// are allowed (Microsoft Learn, "Naming conventions in Active Directory for computers, domains, sites, and OUs").
/// </summary>
public static class HostName
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;

    public static bool IsName(string text) => text.Length is > 0 and <= LongestName
        && text.Split('.').All(IsLabel)
        && !text.All(c => c is '.' or (>= '0' and <= '9'));

    /// <summary>A name, an IPv4 address in four decimal numbers, or an IPv6 address with or without brackets.</summary>
    public static bool IsAddress(string text) => IsName(text) || IsIPv4(text) || IsIPv6(text);

    public static bool IsPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is >= 1 and <= 65535;

    private static bool IsLabel(string label) => label.Length is > 0 and <= LongestLabel
        && label[0] != '-' && label[label.Length - 1] != '-'
        && label.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or 'ー');

    private static bool IsIPv4(string text)
    {
        string[] parts = text.Split('.');
        return parts.Length == 4 && parts.All(p => p.Length is > 0 and <= 3 && (p.Length == 1 || p[0] != '0')
            && int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out int part) && part <= byte.MaxValue);
    }

    private static bool IsIPv6(string text) => text.Contains(':')
        && IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetworkV6;
}
