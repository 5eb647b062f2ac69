using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using MedHardening.Simulator.Hosts;

namespace MedHardening.Simulator;

/// <summary>Makes simulated hosts from host files.</summary>
public static class SimulatedFleet
{
    private const int LastOctets = 254;

    /// <summary>
    /// Hosts cycled through the archetypes of a folder, in the order of their file names. A file that names its computer gives
    /// that name to its first host; all others are called <c>MED-00001</c> and so on. Addresses count up from 127.1.0.1. The same
    /// folder and count give the same hosts.
    /// </summary>
    /// <param name="hostsDirectory">Null for the hosts that the program carries.</param>
    /// <exception cref="HostFileException">A file cannot be used.</exception>
    public static IReadOnlyList<SimulatedHost> Generate(int count, string? hostsDirectory = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        HostFolder folder = HostFolder.Open(hostsDirectory);
        IReadOnlyList<string> names = HostFile.Archetypes(folder);
        if (names.Count == 0 && count > 0)
            throw new FileNotFoundException("no host file in " + (hostsDirectory ?? "the program"));
        HostData[] archetypes = names.Take(count).Select(folder.Host).ToArray();

        SimulatedHost[] hosts = new SimulatedHost[count];
        for (int i = 0; i < count; i++)
        {
            HostData data = archetypes[i % archetypes.Length];
            string name = i < archetypes.Length && data.Name is { } own
                ? own
                : "MED-" + (i + 1).ToString("00000", CultureInfo.InvariantCulture);
            hosts[i] = new SimulatedHost(data, name, AddressOf(i));
        }
        return hosts;
    }

    /// <summary>One host from a file; the files it is based on lie beside it, or are those that the program carries.</summary>
    /// <exception cref="HostFileException">The file cannot be used.</exception>
    public static SimulatedHost Load(string file, string name, IPAddress address)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        ArgumentNullException.ThrowIfNull(address);
        if (!IsComputerName(name))
            throw new ArgumentException("'" + name + "' is no computer name", nameof(name));
        HostFolder folder = HostFolder.Open(Path.GetDirectoryName(Path.GetFullPath(file)));
        return new SimulatedHost(folder.Host(Path.GetFileNameWithoutExtension(file)), name, address);
    }

    /// <summary>One host of an archetype that the program carries, with the <paramref name="number"/>th of the addresses that <see cref="Generate"/> gives.</summary>
    /// <exception cref="HostFileException">The program carries no such archetype.</exception>
    public static SimulatedHost Carried(string archetype, string name, int number)
    {
        if (!IsComputerName(name))
            throw new ArgumentException("'" + name + "' is no computer name", nameof(name));
        return new SimulatedHost(HostFolder.Open(null).Host(archetype), name, AddressOf(number));
    }

    internal static bool IsComputerName(string name) =>
        name is { Length: > 0 and <= 63 } && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static IPAddress AddressOf(int index) => new(
    [
        127,
        (byte)(1 + index / LastOctets / 256 % 254),
        (byte)(index / LastOctets % 256),
        (byte)(index % LastOctets + 1),
    ]);
}
