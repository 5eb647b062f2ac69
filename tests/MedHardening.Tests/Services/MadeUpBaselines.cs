using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Services;

namespace MedHardening.Tests.Services;

/// <summary>Computers of one role, as like as computers are: 280 services, 120 programs, 40 ports.</summary>
internal static class MadeUpBaselines
{
    public static ServiceBaseline Computer(string name) => new()
    {
        Schema = ServiceBaseline.SchemaId,
        Computer = name,
        TakenOn = new DateTime(2026, 11, 1),
        Windows = "Microsoft Windows 11 Pro (26100)",
        Services = Enumerable.Range(1, 280).Select(i => Service("Svc" + i, @"C:\Windows\System32\svc" + i + ".exe")).ToArray(),
        Programs = Enumerable.Range(1, 120).Select(i => Program("Program " + i, "1." + i)).ToArray(),
        Ports = Enumerable.Range(1, 40).Select(i => new PortEntry { Name = "tcp/" + (1000 + i), Process = "svc" + i + ".exe", Service = "Svc" + i }).ToArray(),
        Tasks = [],
        Autoruns = [],
        Features = [],
        Updates = [new UpdateEntry { Name = "KB5000001" }],
    };

    public static ServiceEntry Service(string name, string path) => new()
    {
        Name = name, DisplayName = name + " display", Start = ServiceStartType.Automatic, State = ServiceRun.Running, Account = "LocalSystem", Path = path,
    };

    public static ProgramEntry Program(string name, string version) =>
        new() { Name = name, Version = version, Publisher = "Maker", Folder = @"C:\Program Files\" + name };

    public static ServiceBaseline With(this ServiceBaseline baseline, params BaselineEntry[] more) => baseline.With(section =>
        [.. baseline.Section(section)!.Where(e => !more.Any(m => m.Section == section && m.Name == e.Name)), .. more.Where(m => m.Section == section)]);

    public static ServiceBaseline Without(this ServiceBaseline baseline, params string[] names) => baseline.With(section =>
        baseline.Section(section)!.Where(e => !names.Contains(e.Name)).ToArray());

    public static IEnumerable<string> Lines(this IEnumerable<ServiceDifference> differences) =>
        differences.Select(d => d.Computer + " " + d.Name + " " + d.Change);
}
