using System;
using System.IO;
using System.Net;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

/// <summary>The section <c>behaviour</c> of host files.</summary>
public sealed class BehaviourSectionTests
{
    [Fact]
    public void Mishaps_are_read_in_their_order() => Assert.Equal(
        [
            new Mishap(Phase.LaterPage, MishapKind.Fault) { Code = 2150858779, Skip = 3 },
            new Mishap(Phase.SignIn, MishapKind.Latency) { Delay = TimeSpan.FromSeconds(2) },
            new Mishap(Phase.Connect, MishapKind.Silent) { Times = 4 },
        ],
        Load("""
              mishaps:
                - {at: laterPage, what: fault, code: 2150858779, skip: 3}
                - {at: signIn, what: latency, milliseconds: 2000}
                - {at: connect, what: silent, times: 4}
            """).Misbehaviour.Mishaps);

    [Fact]
    public void A_list_of_mishaps_takes_the_place_of_that_of_the_base() =>
        Assert.Empty(Load("  mishaps: []", below: "  mishaps: [{at: request, what: drop}]").Misbehaviour.Mishaps);

    [Theory]
    [InlineData("{at: connect, what: unavailable}", "Unavailable cannot happen at Connect")]
    [InlineData("{at: identify, what: wrongRelatesTo}", "WrongRelatesTo cannot happen at Identify")]
    [InlineData("{at: connect, what: refused, times: 2}", "Refused is for good")]
    [InlineData("{at: invoke, what: fault}", "a fault needs a code")]
    [InlineData("{what: silent}", "at and what are needed")]
    [InlineData("{at: invoke, what: silent, how: often}", "'how' is not known here")]
    [InlineData("{at: invoke, what: silent, skip: -1}", "a whole number up to 2147483647 expected")]
    [InlineData("{at: dinner, what: silent}", "connect, identify, signIn, firstPage, laterPage, invoke, write, operation, request expected")]
    public void What_cannot_be_is_refused_with_its_line(string mishap, string message)
    {
        HostFileException fault = Assert.Throws<HostFileException>(() => Load("  mishaps:\n    - {at: request, what: reset}\n    - " + mishap));
        Assert.Equal(6L, fault.Line);
        Assert.EndsWith(": " + message, fault.Message, StringComparison.Ordinal);
    }

    private static SimulatedHost Load(string behaviour, string below = "  access: granted")
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("medhardening");
        try
        {
            Write("below", "windows11-en", below);
            return SimulatedFleet.Load(Write("above", "below", behaviour), "X-1", IPAddress.Parse("127.9.4.2"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string Write(string name, string on, string section)
        {
            string path = Path.Combine(folder.FullName, name + ".yaml");
            File.WriteAllText(path, "schema: medhardening/host/1\nbase: " + on + "\nbehaviour:\n" + section + "\n");
            return path;
        }
    }
}
