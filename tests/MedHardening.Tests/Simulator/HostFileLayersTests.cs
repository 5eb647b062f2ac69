using System;
using System.IO;
using System.Linq;
using System.Net;
using MedHardening.Simulator;
using MedHardening.Simulator.Cim;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>How host files lie over one another.</summary>
public sealed class HostFileLayersTests : IDisposable
{
    private const string Instances = "schema: medhardening/host/1\ninstances: {root/cimv2: {Test_Layer: ";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("medhardening");

    public HostFileLayersTests()
    {
        DirectoryInfo classes = _folder.CreateSubdirectory("classes");
        File.WriteAllText(
            Path.Combine(classes.FullName, "Test_Layer.yaml"),
            "class: Test_Layer\nnamespace: root/cimv2\nkeys: [Name, Version]\n"
            + "properties: {Name: string, Version: uint32, Text: string, Inner: 'object:Test_In'}\ndefaults: {Version: 1}\n");
        File.WriteAllText(
            Path.Combine(classes.FullName, "Test_In.yaml"),
            "class: Test_In\nnamespace: root/cimv2\nembedded: true\nkeys: []\nproperties: {A: uint8, B: uint8}\ndefaults: {B: 7}\n");
        Write("first", Instances + "[{Name: a, Text: first}, {Name: b, Text: first}]}}\n");
        Write("second", Instances + "[{Name: b, Text: second}, {Name: c, Text: second}]}}\n");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Of_several_bases_the_later_one_lies_over_the_earlier_one() =>
        Assert.Equal(["a first", "b second", "c own"], Rows("[first, second]", "[{Name: c, Text: own}]"));

    [Fact]
    public void A_base_is_not_changed_by_what_lies_over_it()
    {
        Assert.Equal(["a own", "b first"], Rows("first", "[{Name: a, Text: own}]"));
        Assert.Equal(["a first", "b first"], Rows("first", "[]"));
    }

    [Fact]
    public void All_instances_of_a_class_can_be_taken_out() =>
        Assert.Equal(["d own"], Rows("[first, second]", "[{$clear: true}, {Name: d, Text: own}]"));

    [Fact]
    public void A_key_that_is_not_given_is_that_of_the_class() =>
        Assert.Equal(["a first", "a own", "b again"], Rows("first", "[{Name: a, Version: 2, Text: own}, {Name: b, Version: 1, Text: again}]"));

    [Fact]
    public void An_object_in_an_instance_has_the_defaults_of_its_class()
    {
        SimulatedHost host = Load("first", "[{Name: a, Inner: {A: 3}}]");
        CimInstance inner = (CimInstance)host.Instances(host.Data.FindClass("root/cimv2", "Test_Layer")!)[0]["Inner"]!;

        Assert.Equal((3L, 7L), (inner["A"], inner["B"]));
    }

    private string[] Rows(string bases, string own)
    {
        SimulatedHost host = Load(bases, own);
        return host.Instances(host.Data.FindClass("root/cimv2", "Test_Layer")!).Select(i => i["Name"] + " " + i["Text"]).Order().ToArray();
    }

    private SimulatedHost Load(string bases, string own)
    {
        string file = Write("top", "base: " + bases + "\n" + Instances + own + "}}\n");
        return SimulatedFleet.Load(file, "X-1", IPAddress.Parse("127.9.3.1"));
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name + ".yaml");
        File.WriteAllText(path, text);
        return path;
    }
}
