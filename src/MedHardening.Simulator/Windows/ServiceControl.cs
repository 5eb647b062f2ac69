using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Simulator.Cim;
using MedHardening.Simulator.Registry;

namespace MedHardening.Simulator.Windows;

/// <summary>
/// The service control manager, with the return codes of
/// https://learn.microsoft.com/windows/win32/cimwin32prov/stopservice-method-in-class-win32-service and its neighbours. What a service
/// runs on is in <c>DependOnService</c> of its key.
/// </summary>
internal static class ServiceControl
{
    private const uint Success = 0;
    private const uint AccessDenied = 2;
    private const uint DependentsRunning = 3;
    private const uint CannotAcceptControl = 5;
    private const uint AlreadyRunning = 10;
    private const uint DependencyFailed = 13;
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

    /// <summary>Starts a service, and before it what it runs on.</summary>
    public static uint Start(SimulatedHost host, CimInstance service)
    {
        if (IsRunning(service))
            return AlreadyRunning;
        if (service["StartMode"] is "Disabled")
            return Disabled;
        foreach (CimInstance needed in Services(host).Where(s => DependsOn(host, service, s)))
        {
            if (!IsRunning(needed) && Start(host, needed) != Success)
                return DependencyFailed;
        }
        return Set(host, service, ("State", "Running"), ("Started", true));
    }

    public static uint Stop(SimulatedHost host, CimInstance service)
    {
        if (!IsRunning(service))
            return CannotAcceptControl;
        return Services(host).Any(s => IsRunning(s) && DependsOn(host, s, service))
            ? DependentsRunning
            : Set(host, service, ("State", "Stopped"), ("Started", false), ("ProcessId", 0L));
    }

    /// <summary>The service control manager keeps the start type in the registry too.</summary>
    public static uint ChangeStartMode(SimulatedHost host, CimInstance service, string wanted)
    {
        if (!s_modes.TryGetValue(wanted, out (string Mode, uint Start) mode))
            return InvalidParameter;
        string[] path = PathOf(service);
        if (RegistryTree.IsReadOnly(host.Registry, path))
            return AccessDenied;
        host.EditRegistry(root => RegistryTree.Find(root, path) is { IsDenied: false }
            ? RegistryTree.Edit(root, path, key => key.With(new RegistryValue("Start", RegistryType.DWord, mode.Start)))
            : null);
        return Set(host, service, ("StartMode", mode.Mode));
    }

    public static void Restart(SimulatedHost host)
    {
        foreach (CimInstance service in Services(host))
        {
            bool delayed = Key(host, service)?.Value("DelayedAutostart")?.Data is 1u;
            bool runs = service["StartMode"] is "Auto" or "Boot" or "System";
            Set(host, service, ("DelayedAutoStart", delayed), ("State", runs ? "Running" : "Stopped"), ("Started", runs));
        }
        EventLogService.Restart(host);
    }

    private static bool IsRunning(CimInstance service) => service["State"] is not (null or "Stopped");

    private static CimInstance[] Services(SimulatedHost host) =>
        host.Data.FindClass("root/cimv2", "Win32_Service") is { } type ? host.Instances(type) : [];

    private static bool DependsOn(SimulatedHost host, CimInstance service, CimInstance on) =>
        Key(host, service)?.Value("DependOnService")?.Data is string[] names
        && names.Contains(on["Name"] as string, StringComparer.OrdinalIgnoreCase);

    private static RegistryKey? Key(SimulatedHost host, CimInstance service) => RegistryTree.Find(host.Registry, PathOf(service));

    private static string[] PathOf(CimInstance service) =>
        RegistryTree.Split(@"HKLM\SYSTEM\CurrentControlSet\Services\" + service["Name"])!;

    private static uint Set(SimulatedHost host, CimInstance service, params (string Name, object? Value)[] changes)
    {
        host.Replace(service, service.With(changes.Where(c => service.Class.IndexOf(c.Name) >= 0).Select(c => KeyValuePair.Create(c.Name, c.Value))));
        return Success;
    }
}
