using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security;
using System.Security.Cryptography;

namespace MedHardening.Checklist.Records;

/// <summary>The files that a facility record names, as they are now. Each is read once a run.</summary>
/// <param name="folder">Folder of the record; null when the record is not from a file, so that no document can be there.</param>
public sealed class DocumentFiles(string? folder, DateTime asOf)
{
    /// <summary>Bytes of the largest file that is read.</summary>
    public const long MostBytes = 512L * 1024 * 1024;

    private readonly Dictionary<string, (DocumentProblem Problem, string Sha256)> _read = new(StringComparer.Ordinal);

    /// <summary>What became of the document; <see cref="DocumentProblem.None"/> only when it is there, unchanged and valid.</summary>
    public DocumentState StateOf(Document document)
    {
        if (document.Path is not { } path)
        {
            return new DocumentState(document, DocumentProblem.NotNamed, "");
        }

        (DocumentProblem problem, string hash) = Read(path);
        return new DocumentState(
            document,
            problem != DocumentProblem.None ? problem
            : document.Sha256 is null ? DocumentProblem.NotHashed
            : !string.Equals(document.Sha256, hash, StringComparison.OrdinalIgnoreCase) ? DocumentProblem.Changed
            : document.Expires < asOf.Date ? DocumentProblem.Expired
            : document.Date > asOf.Date ? DocumentProblem.DatedLater
            : DocumentProblem.None,
            hash);
    }

    /// <summary>The content of a document whose state has no problem.</summary>
    /// <exception cref="IOException">It went away since.</exception>
    internal Stream Open(Document document) => File.OpenRead(PathOf(document.Path!));

    private string PathOf(string path) => Path.Combine(folder!, path.Replace('\\', '/'));

    private (DocumentProblem Problem, string Sha256) Read(string path)
    {
        if (!_read.TryGetValue(path, out (DocumentProblem, string) known))
        {
            known = folder is null ? (DocumentProblem.Missing, "") : Hash(PathOf(path));
            _read.Add(path, known);
        }

        return known;
    }

    private static (DocumentProblem Problem, string Sha256) Hash(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            if (file.Length > MostBytes)
            {
                return (DocumentProblem.Unreadable, "");
            }

            using var sha256 = SHA256.Create();
            return (DocumentProblem.None, string.Concat(sha256.ComputeHash(file).Select(b => b.ToString("x2", CultureInfo.InvariantCulture))));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return (DocumentProblem.Missing, "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or SecurityException)
        {
            return (DocumentProblem.Unreadable, "");
        }
    }
}

/// <summary>A document as it was found.</summary>
/// <param name="Sha256">Of the file as it is now, in lower case; empty when it could not be read.</param>
public sealed record DocumentState(Document Document, DocumentProblem Problem, string Sha256);

/// <summary>Why a document does not count.</summary>
public enum DocumentProblem
{
    /// <summary>It is there, is what it was, and still counts.</summary>
    None,

    /// <summary>The record has no path for it.</summary>
    NotNamed,

    Missing,

    /// <summary>No right to read it, a folder, or larger than <see cref="DocumentFiles.MostBytes"/>.</summary>
    Unreadable,

    /// <summary>Nobody wrote down its SHA-256, so that nobody can tell whether it is still the same.</summary>
    NotHashed,

    Changed,

    Expired,

    /// <summary>Its day is after the day of the judgement.</summary>
    DatedLater,
}
