using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Services;
using MedHardening.Simulator;

namespace MedHardening.Tests.Services;

/// <summary>Simulated hosts behind a listener of their own, and their baselines as the engine reads them over WS-Man.</summary>
internal sealed class Captured : IAsyncDisposable
{
    public static readonly DateTime Day = new(2026, 11, 22);

    private const string User = "auditor";
    private const string Password = "made-up-1";

    private readonly List<SimulatedHost> _hosts = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("captured").FullName;
    private WsManServer? _server;

    /// <summary>A host from the text of a host file, usually with a carried one as its base.</summary>
    public Captured With(string name, string hostFile)
    {
        string path = Path.Combine(_folder, name + ".yaml");
        File.WriteAllText(path, "schema: medhardening/host/1\nlanguage: ja\n" + hostFile);
        _hosts.Add(SimulatedFleet.Load(path, name, new IPAddress([127, 3, 0, (byte)(_hosts.Count + 1)])));
        return this;
    }

    public async Task<ServiceBaseline> ReadAsync(string name, params BaselineSection[] sections)
    {
        using ICimSession session = await OpenAsync(name);
        return await HostInventory.ReadAsync(session, sections.Length == 0 ? HostInventory.Everything : sections, Day, CancellationToken.None);
    }

    public async Task<ICimSession> OpenAsync(string name)
    {
        await StartAsync();
        return await new WsManTransport().OpenAsync(Target(name), CancellationToken.None);
    }

    public async Task StartAsync() => _server ??= await WsManServer.StartAsync(
        _hosts,
        new WsManServerOptions
        {
            Listen = new IPEndPoint(IPAddress.Any, 0),
            AllowBasic = true,
            AllowUnencrypted = true,
            Users = new Dictionary<string, string> { [User] = Password },
        },
        CancellationToken.None);

    /// <summary>How a host is reached, when the listener has started.</summary>
    public CimTarget Target(string name) => new(name)
    {
        Address = _hosts.Single(h => h.Name == name).Address.ToString(),
        Port = _server!.Port,
        Authentication = CimAuthentication.Basic,
        Credential = new NetworkCredential(User, Password),
    };

    /// <summary>Through the file, as a person keeps it.</summary>
    public static ServiceBaseline ThroughFile(ServiceBaseline baseline)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.Move(path, path + ".yaml");
            ServiceBaselineWriter.Save(baseline, path + ".yaml");
            return ServiceBaselineReader.Read(path + ".yaml");
        }
        catch (InvalidFileException e)
        {
            throw new InvalidOperationException(e.Message + "\n" + e.Faults[0].LineText, e);
        }
        finally
        {
            File.Delete(path + ".yaml");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
