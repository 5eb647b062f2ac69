using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using MedHardening.Simulator.Cim;
using MedHardening.Simulator.Hosts;
using MedHardening.Simulator.Registry;
using MedHardening.Simulator.Windows;

namespace MedHardening.Simulator;

/// <summary>One simulated Windows computer. It shares its data with all hosts of its archetype, until something writes to it.</summary>
public sealed class SimulatedHost
{
    private readonly Lock _writing = new();
    private RegistryKey _registry;
    private Dictionary<CimClass, CimInstance[]>? _changedInstances;
    private Conduct _conduct;
    private int _openShells;

    internal SimulatedHost(HostData data, string name, IPAddress address)
    {
        Data = data;
        Address = address;
        Identity = new HostIdentity(name, data.Domain, address);
        _registry = data.Registry;
        _conduct = new Conduct(data.Misbehaviour);
    }

    /// <summary>The computer name: one to 63 letters, digits and hyphens.</summary>
    public string Name => Identity.Name;

    /// <summary>The host file it was made from, without extension.</summary>
    public string Archetype => Data.Archetype;

    /// <summary>What a generated ledger says of it (区分): <c>client</c> or <c>server</c>.</summary>
    public string Role => Data.Labels.Role;

    /// <summary>What a generated ledger says of it (操作): <c>ReadOnly</c>, <c>Writable</c> or <c>NotContactable</c>.</summary>
    public string Handling => Data.Labels.Handling;

    /// <summary>The loopback address at which a listener on all addresses answers for this host.</summary>
    public IPAddress Address { get; }

    /// <summary>How it goes wrong at present; at first as its file says.</summary>
    public Misbehaviour Misbehaviour => Volatile.Read(ref _conduct).Misbehaviour;

    /// <summary>Shells that were created and not deleted.</summary>
    public int OpenShells => Volatile.Read(ref _openShells);

    /// <summary>Names of the files that commands have left.</summary>
    public IReadOnlyCollection<string> FilesLeft => (IReadOnlyCollection<string>)TemporaryFiles.Keys;

    internal ConcurrentDictionary<string, byte[]> TemporaryFiles { get; } = new(StringComparer.OrdinalIgnoreCase);

    public WriteLog Writes { get; } = new();

    internal HostData Data { get; }

    internal HostIdentity Identity { get; }

    internal RegistryKey Registry => Volatile.Read(ref _registry);

    /// <summary>Every key, value and type of the registry, a line each: two hosts, or two moments, are alike when these are.</summary>
    public IReadOnlyList<string> DumpRegistry() => RegistryDump.Of(Registry, Identity);

    /// <summary>Somebody at the computer itself sets a value; null deletes it.</summary>
    /// <param name="key">From the hive: <c>HKLM\SOFTWARE\…</c>; made where it is missing.</param>
    /// <param name="data">string, byte[], uint, ulong or string[].</param>
    public void SetValue(string key, string name, object? data)
    {
        string[] path = RegistryTree.Split(key) ?? throw new ArgumentException(key, nameof(key));
        EditRegistry(root => RegistryTree.Edit(root, path, k => data is null ? k.WithoutValue(name) : k.With(RegistryValue.Of(name, data))));
        EventLogService.Notice(this);
    }

    /// <summary>Group Policy is refreshed: what it sets is set again.</summary>
    public void RefreshPolicy() => GroupPolicy.Refresh(this);

    /// <summary>Windows starts anew: services run as their start modes say.</summary>
    public void Restart() => ServiceControl.Restart(this);

    /// <summary>Goes wrong in another way from now on; everything is counted anew.</summary>
    /// <exception cref="ArgumentException">A mishap cannot happen where it should.</exception>
    public void Misbehave(Misbehaviour misbehaviour)
    {
        ArgumentNullException.ThrowIfNull(misbehaviour);
        Volatile.Write(ref _conduct, new Conduct(misbehaviour.Possible()));
    }

    internal void CountShell(int change) => Interlocked.Add(ref _openShells, change);

    internal Incident Meet(Phase at, bool signingIn) => Volatile.Read(ref _conduct).Meet(at, signingIn);

    /// <summary>One write at a time; <paramref name="edit"/> gives the new tree, or null for no change.</summary>
    internal void EditRegistry(Func<RegistryKey, RegistryKey?> edit)
    {
        lock (_writing)
            Volatile.Write(ref _registry, edit(_registry) ?? _registry);
    }

    internal CimInstance[] Instances(CimClass type)
    {
        Dictionary<CimClass, CimInstance[]>? changed = Volatile.Read(ref _changedInstances);
        return changed is not null && changed.TryGetValue(type, out CimInstance[]? instances) ? instances : Data.Instances(type);
    }

    /// <param name="store">A policy store; a class that is not kept in stores has the same instances in every one.</param>
    /// <returns>Null when there is no such store.</returns>
    internal CimInstance[]? Instances(CimClass type, string? store) =>
        store is not null && Data.IsKeptIn(store, type) ? Data.Instances(type, store) : Instances(type);

    /// <summary>Puts an instance with other values in the place of one; readers see either the old or the new one.</summary>
    internal void Replace(CimInstance old, CimInstance changed)
    {
        lock (_writing)
        {
            CimInstance[] instances = (CimInstance[])Instances(old.Class).Clone();
            int index = Array.IndexOf(instances, old);
            if (index < 0)
                return;
            instances[index] = changed;
            Dictionary<CimClass, CimInstance[]> copy = _changedInstances is null ? [] : new(_changedInstances);
            copy[old.Class] = instances;
            Volatile.Write(ref _changedInstances, copy);
        }
    }
}
