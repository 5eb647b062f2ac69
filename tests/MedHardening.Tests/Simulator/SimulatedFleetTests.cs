using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

public class SimulatedFleetTests
{
    [Fact]
    public void Archetypes_take_turns_and_named_files_keep_their_name_once()
    {
        IReadOnlyList<SimulatedHost> fleet = SimulatedFleet.Generate(8, SimulatedServer.Folder);

        Assert.Equal(
            ["denied", "dropping", "faulting", "japanese", "plain", "rejecting", "denied", "dropping"], fleet.Select(h => h.Archetype));
        Assert.Equal(
            ["DENIED-01", "DROP-01", "FAULT-01", "NIHON-01", "PLAIN-01", "REJECT-01", "MED-00007", "MED-00008"], fleet.Select(h => h.Name));
    }

    [Fact]
    public void Ten_thousand_hosts_have_ten_thousand_names_and_loopback_addresses_the_same_every_time()
    {
        IReadOnlyList<SimulatedHost> fleet = SimulatedFleet.Generate(10_000, SimulatedServer.Folder);

        Assert.Equal(10_000, fleet.Select(h => h.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(10_000, fleet.Select(h => h.Address).Distinct().Count());
        Assert.All(fleet, h => Assert.True(IPAddress.IsLoopback(h.Address) && !h.Address.Equals(IPAddress.Loopback)));
        Assert.All(fleet, h => Assert.InRange(h.Address.GetAddressBytes()[3], (byte)1, (byte)254));
        Assert.Equal(
            fleet.Select(h => (h.Name, h.Address)), SimulatedFleet.Generate(10_000, SimulatedServer.Folder).Select(h => (h.Name, h.Address)));
    }

    [Theory]
    [InlineData("instances: {root/cimv2: {Test_Thing: [{Name: a}]}}", 2, "Test_Thing is identified by Name, Number")]
    [InlineData("instances: {root/cimv2: {Test_Thing: [{Name: a, Number: -1}]}}", 2, "'-1' is no uint32")]
    [InlineData("instances: {root/cimv2: {Test_Thing: [{Name: a, Number: 1, Nonsense: 1}]}}", 2, "no property Nonsense")]
    [InlineData("instances: {root/cimv2: {Nonsense: []}}", 2, "no class file for root/cimv2:Nonsense")]
    [InlineData("instances: {root/cimv2: {Test_Thing: [{Name: a, Number: 1, $remove: true}]}}", 2, "no such Test_Thing")]
    [InlineData("registry: {'X:\\Y': {}}", 2, "begins with HKLM")]
    [InlineData("registry: {'HKLM\\Y': {a: {dword: 4294967296}}}", 2, "no number up to 4294967295")]
    [InlineData("registry: {'HKLM\\Y': {a: {word: 1}}}", 2, "'word' is no registry type")]
    [InlineData("behaviour: {access: maybe}", 2, "'access: maybe' is no behaviour")]
    [InlineData("nonsense: 1", 2, "'nonsense' is not known here")]
    [InlineData("name: not a name", 2, "no computer name")]
    [InlineData("base: absent", 2, "no host file absent.yaml")]
    [InlineData("base: ../plain", 2, "beside this one")]
    [InlineData("base: broken", 2, "bases in a circle: broken → broken")]
    [InlineData("base: [windows-ja, broken]", 2, "bases in a circle: broken → broken")]
    [InlineData("base: [windows-ja, absent]", 2, "no host file absent.yaml")]
    [InlineData("stores: {ActiveStore: {root/cimv2: {Nonsense: []}}}", 2, "no class file for root/cimv2:Nonsense")]
    [InlineData("instances: [", 3, "")]
    public void A_file_that_cannot_be_used_is_told_with_its_line(string content, int line, string message)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("medhardening");
        try
        {
            DirectoryInfo classes = folder.CreateSubdirectory("classes");
            foreach (string file in Directory.GetFiles(Path.Combine(SimulatedServer.Folder, "classes")))
                File.Copy(file, Path.Combine(classes.FullName, Path.GetFileName(file)));
            string path = Path.Combine(folder.FullName, "broken.yaml");
            File.WriteAllText(path, "schema: medhardening/host/1\n" + content + "\n");

            HostFileException fault = Assert.Throws<HostFileException>(() => SimulatedFleet.Load(path, "X-1", IPAddress.Parse("127.9.2.1")));

            Assert.Equal(("broken", line), (fault.File, (int)fault.Line));
            Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
