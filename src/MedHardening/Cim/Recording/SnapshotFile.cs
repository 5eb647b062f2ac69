using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;

namespace MedHardening.Cim.Recording;

/// <summary>
/// One host's recording on disk: a line with version, time of measurement and the SHA-256 of that time and of what follows,
/// then gzip-compressed JSON. The hash tells damage and careless edits; it is no signature. Only the user may read the file: it holds what an attacker would want to know.
/// </summary>
public static class SnapshotFile
{
    public const string Extension = ".medsnapshot";
    private const string Magic = "medhardening-snapshot/1 ";
    private const string HashWord = " sha256=";
    private const int HashLength = 64;
    private const int MaxHeader = 256;
    private const int MaxCompressed = 64 << 20;
    private const int MaxPlain = 512 << 20;

    /// <summary>Where a host's snapshot lies in a folder. Characters that a file name cannot have become underscores.</summary>
    public static string PathOf(string folder, string host, string extension = Extension) => Path.Combine(
        folder,
        string.Concat(host.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')) + extension);

    /// <exception cref="IOException">Not written; an older snapshot is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The same.</exception>
    public static void Write(string path, HostRecording recording)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (StreamWriter text = new(gzip, new UTF8Encoding(false)))
        using (JsonTextWriter json = new(text))
            SnapshotJson.Write(json, recording);
        byte[] bytes = packed.ToArray();
        string measuredAt = recording.MeasuredAt.ToString("o", CultureInfo.InvariantCulture);
        byte[] header = Encoding.ASCII.GetBytes(Magic + measuredAt + HashWord + Hash(measuredAt, bytes) + "\n");
        AtomicFile.Write(path, isPrivate: true, stream =>
        {
            stream.Write(header, 0, header.Length);
            stream.Write(bytes, 0, bytes.Length);
        });
    }

    /// <exception cref="CimFault">The file is no snapshot, of another version, damaged or changed.</exception>
    public static HostRecording Read(string path)
    {
        try
        {
            FileInfo file = new(path);
            if (file.Length > MaxCompressed)
                throw new CimFault(CimFaultKind.LimitExceeded, path + ": " + file.Length.ToString(CultureInfo.InvariantCulture) + " bytes");
            byte[] all = File.ReadAllBytes(path);
            (string measuredAt, string hash, int headerLength) = Header(path, all, all.Length);
            byte[] bytes = all.Skip(headerLength).ToArray();
            if (hash != Hash(measuredAt, bytes))
                throw new CimFault(CimFaultKind.Protocol, path + ": changed since it was recorded (SHA-256)");
            using GZipStream gzip = new(new MemoryStream(bytes), CompressionMode.Decompress);
            using StreamReader text = new(new BoundedStream(gzip, MaxPlain), Encoding.UTF8);
            using JsonTextReader json = new(text) { DateParseHandling = DateParseHandling.None, MaxDepth = 64 };
            return SnapshotJson.Read(json);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or IOException or UnauthorizedAccessException
            or FormatException or InvalidCastException or OverflowException)
        {
            throw new CimFault(CimFaultKind.Protocol, path + ": " + e.Message, e);
        }
    }

    /// <summary>When the host of a snapshot was measured, from the first line alone.</summary>
    /// <exception cref="CimFault">The file is no snapshot, or of another version.</exception>
    public static DateTimeOffset MeasuredAt(string path)
    {
        try
        {
            byte[] start = new byte[MaxHeader];
            using FileStream file = File.OpenRead(path);
            return DateTimeOffset.Parse(Header(path, start, file.Read(start, 0, start.Length)).MeasuredAt, CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new CimFault(CimFaultKind.Protocol, path + ": " + e.Message, e);
        }
    }

    private static (string MeasuredAt, string Hash, int Length) Header(string path, byte[] start, int length)
    {
        int end = Array.IndexOf(start, (byte)'\n', 0, Math.Min(length, MaxHeader));
        string line = end < 0 ? "" : Encoding.ASCII.GetString(start, 0, end);
        int hash = line.Length - HashLength;
        int word = hash - HashWord.Length;
        if (word < Magic.Length || !line.StartsWith(Magic, StringComparison.Ordinal)
            || string.CompareOrdinal(line, word, HashWord, 0, HashWord.Length) != 0)
        {
            throw new CimFault(CimFaultKind.Protocol, path + ": not a snapshot of version 1");
        }
        return (line.Substring(Magic.Length, word - Magic.Length), line.Substring(hash), end + 1);
    }

    private static string Hash(string measuredAt, byte[] bytes)
    {
        using SHA256 sha = SHA256.Create();
        byte[] time = Encoding.ASCII.GetBytes(measuredAt + "\n");
        sha.TransformBlock(time, 0, time.Length, null, 0);
        sha.TransformFinalBlock(bytes, 0, bytes.Length);
        return string.Concat(sha.Hash!.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
