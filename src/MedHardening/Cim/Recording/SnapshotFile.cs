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
/// One host's recording on disk: a line with version and SHA-256, then gzip-compressed JSON. The hash tells damage and
/// careless edits; it is no signature. Only the user may read the file: it holds what an attacker would want to know.
/// </summary>
public static class SnapshotFile
{
    public const string Extension = ".medsnapshot";
    private const string Magic = "medhardening-snapshot/1 sha256=";
    private const int MaxCompressed = 64 << 20;
    private const int MaxPlain = 512 << 20;

    /// <summary>Where a host's snapshot lies in a folder. Characters that a file name cannot have become underscores.</summary>
    public static string PathOf(string folder, string host) => Path.Combine(
        folder,
        string.Concat(host.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_')) + Extension);

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
        byte[] header = Encoding.ASCII.GetBytes(Magic + Hash(bytes) + "\n");
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
            int headerLength = Magic.Length + 64 + 1;
            if (all.Length < headerLength || Encoding.ASCII.GetString(all, 0, Magic.Length) != Magic)
                throw new CimFault(CimFaultKind.Protocol, path + ": not a snapshot of version 1");
            byte[] bytes = all.Skip(headerLength).ToArray();
            if (Encoding.ASCII.GetString(all, Magic.Length, 64) != Hash(bytes))
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

    private static string Hash(byte[] bytes)
    {
        using SHA256 sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(bytes).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>Ends a decompression that grows beyond all reason.</summary>
    private sealed class BoundedStream(Stream inner, long limit) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int n = inner.Read(buffer, offset, count);
            _read += n;
            return _read <= limit ? n : throw new InvalidDataException("more than " + limit.ToString(CultureInfo.InvariantCulture) + " bytes");
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
