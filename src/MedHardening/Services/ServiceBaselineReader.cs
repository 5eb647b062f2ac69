using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using MedHardening.Baselines;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;

namespace MedHardening.Services;

/// <summary>Reads a service baseline, or a list of services as <c>Get-Service | Export-Csv</c> writes it.</summary>
public static class ServiceBaselineReader
{
    /// <param name="path">A list of services when it ends in <c>.csv</c>.</param>
    /// <exception cref="InvalidFileException">Every mistake of the file, with line and column; also when it cannot be opened.</exception>
    public static ServiceBaseline Read(string path)
    {
        if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            return ServiceListReader.Read(path);
        FaultList faults = new(path);
        YamlMap root = YamlFile.Parse(FileBytes.Read(path, YamlFile.MostBytes, faults), YamlFile.ServiceBaselineSchema, faults);
        var baseline = (ServiceBaseline)new Binder(faults).Record(root, typeof(ServiceBaseline));
        CheckPorts(root, baseline, faults);
        faults.ThrowIfAny();
        return baseline;
    }

    /// <summary>The file with its hash, for the journal of a run that changes.</summary>
    /// <exception cref="InvalidFileException">It cannot be opened.</exception>
    public static BaselineReference ReferenceOf(string path)
    {
        byte[] hash = SHA256.HashData(FileBytes.Read(path, YamlFile.MostBytes, new FaultList(path)));
        return new BaselineReference(path, string.Concat(hash.Select(b => b.ToString("x2", CultureInfo.InvariantCulture))));
    }

    private static void CheckPorts(YamlMap root, ServiceBaseline baseline, FaultList faults)
    {
        IEnumerable<string> written = baseline.Volatile.Ports.Concat(baseline.Volatile.DynamicPorts);
        foreach (string wrong in written.Where(p => PortRange.TryParse(p) is null))
        {
            string quoted = Printable.Quote(wrong);
            faults.Add(root["volatile"]?.Place ?? root.Place, new Text(
                $"「{quoted}」はポートの範囲ではありません。tcp/49152-65535 や udp/1900 のように書いてください。",
                $"'{quoted}' is no range of ports. Write it as tcp/49152-65535 or udp/1900."));
        }
    }
}
