using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace MedHardening.Simulator.WsMan;

/// <summary>Basic (RFC 7617), judged anew with every request.</summary>
internal sealed class BasicAuthentication(IReadOnlyDictionary<string, string> users)
{
    private const string Scheme = "Basic ";

    private readonly Dictionary<string, string> _users = new(
        users.Select(u => KeyValuePair.Create(u.Key, u.Value)), StringComparer.OrdinalIgnoreCase);

    /// <returns>The account name, or null when the header is no valid credential of this host.</returns>
    public string? SignIn(string? header, SimulatedHost host)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || host.Misbehaviour.IsSignInRejected)
            return null;
        byte[] bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out int length))
            return null;
        string pair = Encoding.UTF8.GetString(bytes, 0, length);
        int colon = pair.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return null;
        string user = pair[..colon];
        if (!_users.TryGetValue(user, out string? password) && !host.Data.Users.TryGetValue(user, out password))
            return null;
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(password), Encoding.UTF8.GetBytes(pair[(colon + 1)..])) ? user : null;
    }
}
