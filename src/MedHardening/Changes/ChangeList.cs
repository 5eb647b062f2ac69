using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Changes;

/// <summary>
/// The changes of one host while they are planned: says what is wanted, reads what is there, and keeps what differs, in the
/// order in which it must be written. What is as wanted already gives no change, so a plan for a good host is empty.
/// </summary>
/// <param name="session">The host, for questions only.</param>
/// <param name="why">Id of the check, or name of the parameter, that wants the changes.</param>
public sealed class ChangeList(ICimSession session, string why)
{
    private readonly List<Change> _changes = [];

    public IReadOnlyList<Change> Changes => _changes;

    /// <summary>A change of another kind, or one that was worked out elsewhere.</summary>
    public void Add(Change change) => _changes.Add(change);

    /// <summary>The value shall be there, with this type and data; keys that are missing are made.</summary>
    /// <exception cref="CimFault">The key cannot be read.</exception>
    /// <exception cref="ChangeRefusedException">What is there could not be put back.</exception>
    public async Task SetValueAsync(
        RegistryHive hive, string path, string name, RegistryValue wanted, CancellationToken cancel, ChangeEffect effect = ChangeEffect.AtOnce)
    {
        RegistryKey? key = await session.ReadKeyAsync(hive, path, cancel).ConfigureAwait(false);
        if (RegistryText.Of(key?[name]) == RegistryText.Of(wanted))
            return;
        if (key is null)
            await MakeKeyAsync(hive, path, cancel).ConfigureAwait(false);
        AddValue(hive, path, name, key?[name], wanted, effect);
    }

    /// <summary>The value shall not be there.</summary>
    /// <exception cref="CimFault">The key cannot be read.</exception>
    /// <exception cref="ChangeRefusedException">What is there could not be put back.</exception>
    public async Task DeleteValueAsync(
        RegistryHive hive, string path, string name, CancellationToken cancel, ChangeEffect effect = ChangeEffect.AtOnce)
    {
        RegistryKey? key = await session.ReadKeyAsync(hive, path, cancel).ConfigureAwait(false);
        if (key?[name] is { } there)
            AddValue(hive, path, name, there, null, effect);
    }

    /// <summary>The service shall start in this way from now on.</summary>
    /// <exception cref="CimFault">It cannot be read, or there is no such service.</exception>
    public async Task SetStartModeAsync(string service, ServiceStart mode, CancellationToken cancel)
    {
        string wanted = mode == ServiceStart.AutoDelayed ? nameof(ServiceStart.Auto) : mode.ToString();
        CimObject found = await FindAsync(service, cancel).ConfigureAwait(false);
        string now = found.String("StartMode") ?? throw Unreadable(service, "StartMode");
        if (now != wanted)
            Add(new ServiceStartChange(service, now, wanted, why));
        if (wanted != nameof(ServiceStart.Auto))
            return;
        // The service control manager reads it when Windows starts.
        string path = @"SYSTEM\CurrentControlSet\Services\" + service;
        const string delayed = "DelayedAutostart";
        if (mode == ServiceStart.AutoDelayed)
            await SetValueAsync(RegistryHive.LocalMachine, path, delayed, new(RegistryType.DWord, 1u), cancel, ChangeEffect.AfterRestart).ConfigureAwait(false);
        else
            await DeleteValueAsync(RegistryHive.LocalMachine, path, delayed, cancel, ChangeEffect.AfterRestart).ConfigureAwait(false);
    }

    /// <summary>
    /// The service shall run, or not. To stop and disable one, stop it first: taking back goes in the other order, and a
    /// disabled service cannot be started.
    /// </summary>
    /// <exception cref="CimFault">It cannot be read, there is no such service, or it is neither running nor stopped.</exception>
    public async Task SetStateAsync(string service, bool runs, CancellationToken cancel)
    {
        CimObject found = await FindAsync(service, cancel).ConfigureAwait(false);
        string state = found.String("State") ?? throw Unreadable(service, "State");
        ServiceStateChange change = new(service, runs, why);
        if (state == change.Old)
            Add(change);
        else if (state != change.New)
            throw Unreadable(service, "State is " + state);
    }

    private async Task<CimObject> FindAsync(string service, CancellationToken cancel) =>
        await session.FindServiceAsync(service, cancel).ConfigureAwait(false)
        ?? throw new CimFault(CimFaultKind.InstanceNotFound, "Win32_Service " + service) { Host = session.Target.Name };

    private CimFault Unreadable(string service, string detail) =>
        new(CimFaultKind.HostFault, "Win32_Service " + service + ": " + detail) { Host = session.Target.Name };

    private void AddValue(RegistryHive hive, string path, string name, RegistryValue? before, RegistryValue? after, ChangeEffect effect)
    {
        RegistryValueChange change = new(hive, path, name, before, after, why, effect);
        if (!RegistryText.IsRestorable(before))
            throw new ChangeRefusedException("NotRestorable", change.ToString());
        Add(change);
    }

    // One change for each level, so that each can be taken back by itself.
    private async Task MakeKeyAsync(RegistryHive hive, string path, CancellationToken cancel)
    {
        if (_changes.OfType<RegistryKeyChange>().Any(c => c.Hive == hive && c.Path.Equals(path, StringComparison.OrdinalIgnoreCase)))
            return;
        int slash = path.LastIndexOf('\\');
        if (slash > 0 && await session.ReadSubKeysAsync(hive, path.Substring(0, slash), cancel).ConfigureAwait(false) is null)
            await MakeKeyAsync(hive, path.Substring(0, slash), cancel).ConfigureAwait(false);
        Add(new RegistryKeyChange(hive, path, why));
    }
}

/// <summary>How a service starts.</summary>
public enum ServiceStart
{
    Auto,

    /// <summary>Some time after the services that start by themselves.</summary>
    AutoDelayed,
    Manual,
    Disabled,
}
