using System;
using System.Collections.Generic;
using MedHardening.Simulator.Cim;
using MedHardening.Simulator.Registry;

namespace MedHardening.Simulator.WsMan;

/// <summary>
/// The methods of Win32_Service that change a service (https://learn.microsoft.com/windows/win32/cimwin32prov/win32-service), with the
/// return codes of those pages.
/// </summary>
internal static class ServiceMethods
{
    private const uint CannotAcceptControl = 5;
    private const uint AlreadyRunning = 10;
    private const uint Disabled = 14;
    private const uint InvalidParameter = 21;

    // What ChangeStartMode takes, what StartMode then says, and what the registry has.
    private static readonly Dictionary<string, (string Mode, uint Start)> s_modes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Boot"] = ("Boot", 0),
        ["System"] = ("System", 1),
        ["Automatic"] = ("Auto", 2),
        ["Manual"] = ("Manual", 3),
        ["Disabled"] = ("Disabled", 4),
    };

    public static MethodResult Invoke(Exchange exchange, ResourceAddress address, MethodCall call)
    {
        SimulatedHost host = exchange.Host;
        CimInstance service = GetOperation.Find(exchange, address);
        string state = service["State"] as string ?? "Stopped";
        bool isRunning = state != "Stopped";
        switch (call.Method)
        {
            case "StartService":
                if (isRunning)
                    return new MethodResult(AlreadyRunning);
                if (service["StartMode"] is "Disabled")
                    return new MethodResult(Disabled);
                return Change(host, service, ("State", "Running"), ("Started", true));
            case "StopService":
                return isRunning
                    ? Change(host, service, ("State", "Stopped"), ("Started", false), ("ProcessId", 0L))
                    : new MethodResult(CannotAcceptControl);
            case "ChangeStartMode":
                if (!s_modes.TryGetValue(call.Text("StartMode") ?? "", out (string Mode, uint Start) mode))
                    return new MethodResult(InvalidParameter);
                SetStart(host, service["Name"] as string ?? "", mode.Start);
                return Change(host, service, ("StartMode", mode.Mode));
            default:
                throw Faults.InvalidMethod(call.Method);
        }
    }

    private static MethodResult Change(SimulatedHost host, CimInstance service, params (string Name, object? Value)[] changes)
    {
        List<KeyValuePair<string, object?>> known = [];
        foreach ((string name, object? value) in changes)
        {
            if (service.Class.IndexOf(name) >= 0)
                known.Add(KeyValuePair.Create(name, value));
        }
        host.Replace(service, service.With(known));
        return new MethodResult(StdRegProv.Success);
    }

    /// <summary>The service control manager keeps the start type in the registry too.</summary>
    private static void SetStart(SimulatedHost host, string name, uint start)
    {
        string[] path = RegistryTree.Split(@"HKLM\SYSTEM\CurrentControlSet\Services\" + name)!;
        host.EditRegistry(root => RegistryTree.Find(root, path) is { IsDenied: false }
            ? RegistryTree.Edit(root, path, key => key.With(new RegistryValue("Start", RegistryType.DWord, start)))
            : null);
    }
}
