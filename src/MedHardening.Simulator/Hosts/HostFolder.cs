using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using YamlDotNet.RepresentationModel;

namespace MedHardening.Simulator.Hosts;

/// <summary>
/// A folder of host files with its <c>classes</c>. What it lacks is taken from the hosts that the program carries, so that a
/// folder of one's own may hold nothing but one file with <c>base: windows11-ja</c>.
/// </summary>
internal sealed class HostFolder
{
    private const string Extension = ".yaml";
    private const string ResourcePrefix = "hosts/";

    private static readonly Lazy<HostFolder> s_carried = new(() => new HostFolder(null));

    private readonly string? _directory;
    private readonly Lazy<ClassCatalog> _classes;
    private readonly ConcurrentDictionary<string, YamlMappingNode?> _documents = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, HostDraft> _bases = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, HostData> _hosts = new(StringComparer.OrdinalIgnoreCase);

    private HostFolder(string? directory)
    {
        _directory = directory;
        _classes = new Lazy<ClassCatalog>(
            () => new ClassCatalog(this, directory is null ? null : Carried.Classes), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    public static HostFolder Carried => s_carried.Value;

    public ClassCatalog Classes => _classes.Value;

    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static HostFolder Open(string? directory)
    {
        if (directory is null)
            return Carried;
        if (!Directory.Exists(directory))
            throw new DirectoryNotFoundException(directory);
        return new HostFolder(Path.GetFullPath(directory));
    }

    /// <summary>Names of the files without extension, sorted; <paramref name="folder"/> empty or <c>classes</c>.</summary>
    public IReadOnlyList<string> Names(string folder)
    {
        IEnumerable<string> names = _directory is null
            ? Resources(folder)
            : FilesOf(Path.Combine(_directory, folder));
        return names.Order(StringComparer.Ordinal).ToArray();
    }

    /// <summary>The host file laid over those it is based on, read once.</summary>
    /// <exception cref="HostFileException">A file cannot be used.</exception>
    public HostData Host(string name) => _hosts.GetOrAdd(name, static (n, folder) => HostFile.Read(folder, n), this);

    /// <summary>What a base says with its own bases, laid once. Whoever goes on from it takes a copy.</summary>
    public HostDraft Base(string name, Func<string, HostDraft> lay) => _bases.GetOrAdd(name, lay);

    /// <summary>A host file, parsed once; most are the base of several.</summary>
    /// <returns>Null when neither this folder nor the program has the file.</returns>
    public YamlMappingNode? Document(string name) => _documents.GetOrAdd(
        name, static (n, folder) => folder.Read(n) is { } text ? new YamlReading(n).Document(text) : null, this);

    /// <returns>Null when neither this folder nor the program has the file.</returns>
    public string? Read(string name)
    {
        if (_directory is not null)
        {
            string path = Path.Combine(_directory, name + Extension);
            return File.Exists(path) ? File.ReadAllText(path) : Carried.Read(name);
        }
        using Stream? stream = typeof(HostFolder).Assembly.GetManifestResourceStream(ResourcePrefix + name + Extension);
        if (stream is null)
            return null;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> FilesOf(string directory) =>
        Directory.Exists(directory) ? Directory.EnumerateFiles(directory, "*" + Extension).Select(f => Path.GetFileNameWithoutExtension(f)) : [];

    private static IEnumerable<string> Resources(string folder)
    {
        string prefix = ResourcePrefix + (folder.Length == 0 ? "" : folder + "/");
        return Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(n => n.StartsWith(prefix, StringComparison.Ordinal) && !n[prefix.Length..].Contains('/', StringComparison.Ordinal))
            .Select(n => n[prefix.Length..^Extension.Length]);
    }
}
