using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using MedHardening.Fleet;
using MedHardening.Simulator;

namespace MedHardening.Cli.Simulate;

/// <summary>A line of a made-up ledger and what answers for it.</summary>
/// <param name="Line">Without address and port, which the listener decides.</param>
/// <param name="Host">Null for a computer that is switched off, or that is no computer.</param>
internal sealed record SimulatedComputer(LedgerComputer Line, SimulatedHost? Host)
{
    /// <summary>Computers by the host files of a folder, with role and handling as the files say.</summary>
    /// <exception cref="UsageException">The folder is not there, or a file of it cannot be used.</exception>
    public static IReadOnlyList<SimulatedComputer> Of(string folder, int count)
    {
        try
        {
            return SimulatedFleet.Generate(count, folder)
                .Select(h => new SimulatedComputer(new LedgerComputer(h.Name, "", h.Role, Enum.Parse<Handling>(h.Handling), 0), h))
                .ToArray();
        }
        catch (Exception e) when (e is HostFileException or System.IO.IOException)
        {
            throw new UsageException(new("ホストのファイルを使えません: " + e.Message, "The host files cannot be used: " + e.Message));
        }
    }

    /// <summary>The line with the place where the computer answers, or where nobody does.</summary>
    public LedgerComputer At(WsManServer server)
    {
        if (Line.Address.Length > 0)
            return Line;
        IPEndPoint place = Host is null ? DeadEnd.Refused() : server.EndPointOf(Host);
        return Line with { Address = place.Address.ToString(), Port = place.Port };
    }
}
