using System;
using System.Collections.Generic;

namespace MedHardening.Checklist;

/// <summary>The classes of the official form. A baseline may define further roles, each of which is one of these.</summary>
public static class Roles
{
    public const string Server = "server";
    public const string Client = "client";
    public const string Network = "network";

    private static readonly Dictionary<string, string> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        [Server] = Server,
        ["サーバ"] = Server,
        ["サーバー"] = Server,
        [Client] = Client,
        ["端末PC"] = Client,
        ["端末"] = Client,
        ["PC"] = Client,
        ["クライアント"] = Client,
        [Network] = Network,
        ["ネットワーク機器"] = Network,
        ["ネットワーク"] = Network,
        ["NW機器"] = Network,
    };

    public static IReadOnlyList<string> Official { get; } = [Server, Client, Network];

    /// <summary>The role for a word of the ledger's 区分 column; a word that is none of the official ones names a role of the baseline.</summary>
    public static string Parse(string word) => s_words.TryGetValue(word.Trim(), out string? role) ? role : word.Trim();
}
