using System;
using System.IO;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace MedHardening.Reports.Html;

/// <summary>The style sheet and the one script, both put into the file itself.</summary>
internal static class Assets
{
    public static string Style { get; } = Read("report.css");

    public static string Filter { get; } = Read("filter.js");

    /// <summary>
    /// Nothing may be loaded, sent or run but our own script, known by its hash: whatever a host has put into its names, a
    /// browser that honours Content Security Policy Level 2 (https://www.w3.org/TR/CSP2/) will not run it.
    /// </summary>
    public static string Policy { get; } =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; script-src 'sha256-"
        + Sha256(Filter) + "'";

    private static string Sha256(string text)
    {
        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>With line feeds only, whatever the working copy has: the hash is over what the browser reads.</summary>
    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("reports/" + name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
