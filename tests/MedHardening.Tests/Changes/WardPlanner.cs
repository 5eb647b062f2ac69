using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Changes;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.Tests.Changes;

/// <summary>Wants what a test says.</summary>
internal sealed class WardPlanner(Func<ChangeList, CancellationToken, Task> wanted) : HostPlanner
{
    public const string Key = @"SOFTWARE\Ward";

    /// <summary>Five writes: a changed value, two new keys and a value in them, a deleted value.</summary>
    public static WardPlanner Everything { get; } = new(async (changes, cancel) =>
    {
        await changes.SetValueAsync(RegistryHive.LocalMachine, Key, "Number", new(RegistryType.DWord, 2u), cancel);
        await changes.SetValueAsync(RegistryHive.LocalMachine, Key + @"\New\Deeper", "Text", new(RegistryType.String, "新しい"), cancel);
        await changes.DeleteValueAsync(RegistryHive.LocalMachine, Key, "Gone", cancel);
    });

    public static WardPlanner Set(string path, string name, RegistryValue value, ChangeEffect effect = ChangeEffect.AtOnce) =>
        new((changes, cancel) => changes.SetValueAsync(RegistryHive.LocalMachine, path, name, value, cancel, effect));

    public override async Task<IReadOnlyList<Change>> PlanAsync(ICimSession session, LedgerComputer computer, CancellationToken cancel)
    {
        ChangeList changes = new(session, "test");
        await wanted(changes, cancel);
        return changes.Changes;
    }
}
