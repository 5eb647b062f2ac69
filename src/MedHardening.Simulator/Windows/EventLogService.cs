using System;
using System.Collections.Generic;
using MedHardening.Simulator.Cim;
using MedHardening.Simulator.Registry;

namespace MedHardening.Simulator.Windows;

/// <summary>
/// The service that writes the event logs: size and retention of <c>Win32_NTEventlogFile</c> follow the registry, a policy before the
/// log's own key (https://learn.microsoft.com/windows/win32/eventlog/eventlog-key; EventLog.admx). That the own key has effect at
/// once was not verified on Windows; a policy has it after a restart here.
/// </summary>
internal static class EventLogService
{
    private const string Own = @"HKLM\SYSTEM\CurrentControlSet\Services\EventLog\";
    private const string Policies = @"HKLM\SOFTWARE\Policies\Microsoft\Windows\EventLog\";

    /// <summary>Takes over what has changed in the logs' own keys; where a policy decides, nothing changes.</summary>
    public static void Notice(SimulatedHost host) => Follow(host, (log, name) =>
        Value(host, Policies + log, name) is null ? Value(host, Own + log, name)?.Data as uint? : null);

    /// <summary>Reads everything anew.</summary>
    public static void Restart(SimulatedHost host) => Follow(host, (log, name) => (name, Value(host, Policies + log, name)?.Data) switch
    {
        ("MaxSize", uint kilobytes) => kilobytes << 10,
        ("Retention", string keep) => keep == "1" ? uint.MaxValue : 0,
        _ => Value(host, Own + log, name)?.Data as uint?,
    });

    private static void Follow(SimulatedHost host, Func<string, string, uint?> setting)
    {
        if (host.Data.FindClass("root/cimv2", "Win32_NTEventlogFile") is not { } type)
            return;
        foreach (CimInstance log in host.Instances(type))
        {
            if (log["LogfileName"] is not string name)
                continue;
            List<KeyValuePair<string, object?>> changes = [];
            if (setting(name, "MaxSize") is { } size && !Equals(log["MaxFileSize"], (long)size))
                changes.Add(KeyValuePair.Create("MaxFileSize", (object?)(long)size));
            if (setting(name, "Retention") is { } retention && !Equals(log["OverwriteOutDated"], (long)retention))
            {
                changes.Add(KeyValuePair.Create("OverwriteOutDated", (object?)(long)retention));
                changes.Add(KeyValuePair.Create("OverWritePolicy", (object?)(retention == 0 ? "WhenNeeded" : "Never")));
            }
            if (changes.Count > 0)
                host.Replace(log, log.With(changes));
        }
    }

    private static RegistryValue? Value(SimulatedHost host, string key, string name) =>
        RegistryTree.Find(host.Registry, RegistryTree.Split(key)!)?.Value(name);
}
