using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MedHardening.Baselines;

namespace MedHardening.Services;

/// <summary>What computers are compared with: one baseline for all, or a folder with one for each role.</summary>
public sealed class ServiceReferences
{
    private readonly ServiceBaseline? _single;
    private readonly Dictionary<string, ServiceBaseline> _byRole;

    private ServiceReferences(string path, ServiceBaseline? single, Dictionary<string, ServiceBaseline> byRole)
    {
        Path = path;
        _single = single;
        _byRole = byRole;
    }

    /// <summary>The file or folder.</summary>
    public string Path { get; }

    /// <summary>The day on which the oldest was taken; null when none says.</summary>
    public DateTime? TakenOn => All.Min(b => b.TakenOn);

    /// <summary>The sections that any of them has.</summary>
    public IReadOnlyList<BaselineSection> Sections => HostInventory.Everything.Where(s => All.Any(b => b.Section(s) is not null)).ToArray();

    private IEnumerable<ServiceBaseline> All => _single is null ? _byRole.Values : [_single];

    /// <param name="path">A baseline, or a folder of baselines that say their role or are called by it.</param>
    /// <exception cref="InvalidFileException">The mistakes of the first file that has some; also when the folder has no baseline.</exception>
    public static ServiceReferences Read(string path)
    {
        if (!Directory.Exists(path))
            return new ServiceReferences(path, ServiceBaselineReader.Read(path), new());
        Dictionary<string, ServiceBaseline> byRole = new(StringComparer.OrdinalIgnoreCase);
        foreach (string file in ExportDestination.Existing(path))
        {
            ServiceBaseline baseline = ServiceBaselineReader.Read(file);
            byRole[baseline.Role ?? System.IO.Path.GetFileNameWithoutExtension(file)] = baseline;
        }
        return byRole.Count > 0 ? new ServiceReferences(path, null, byRole) : throw new InvalidFileException(
        [
            new Fault(path, 0, 0, new Text("フォルダーにサービスの基準（.yaml）がありません。", "the folder has no service baseline (.yaml)."), null),
        ]);
    }

    /// <summary>The baseline for computers of a role; null when the folder has none.</summary>
    public ServiceBaseline? For(string role) => _single ?? (_byRole.TryGetValue(role, out ServiceBaseline? baseline) ? baseline : null);
}
