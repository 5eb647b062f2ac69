using System;
using MedHardening.Simulator.WsMan;

namespace MedHardening.Simulator.Registry;

/// <summary>The methods of StdRegProv that change the registry of one host.</summary>
internal static class RegistryWriter
{
    public static MethodResult CreateKey(SimulatedHost host, string[]? path, uint error) =>
        Edit(host, path, error, (root, key) => key is null ? RegistryTree.Edit(root, path, k => k) : root);

    /// <summary>Not a tree: a key with subkeys stays, and the answer is 5.</summary>
    public static MethodResult DeleteKey(SimulatedHost host, string[]? path, uint error) =>
        Edit(host, path, error, (root, key) => key switch
        {
            null => StdRegProv.FileNotFound,
            { SubKeys.Count: > 0 } => StdRegProv.AccessDenied,
            _ => RegistryTree.Remove(root, path),
        });

    public static MethodResult DeleteValue(SimulatedHost host, string[]? path, uint error, string name) =>
        Edit(host, path, error, (root, key) => key?.Value(name) is null
            ? StdRegProv.FileNotFound
            : RegistryTree.Edit(root, path, k => k.WithoutValue(name)));

    public static MethodResult Set(SimulatedHost host, string[]? path, uint error, RegistryValue value) =>
        Edit(host, path, error, (root, key) => key is null
            ? StdRegProv.FileNotFound
            : RegistryTree.Edit(root, path, k => k.With(value)));

    private static MethodResult Edit(
        SimulatedHost host, string[]? path, uint error, Func<RegistryKey, RegistryKey?, Outcome> edit)
    {
        if (path is null)
            return new MethodResult(error);
        host.EditRegistry(root =>
        {
            RegistryKey? key = RegistryTree.Find(root, path);
            // Nobody deletes or renames a hive.
            Outcome outcome = key is { IsDenied: true } || RegistryTree.IsReadOnly(root, path) ? StdRegProv.AccessDenied
                : path.Length == 1 && key is null ? StdRegProv.AccessDenied
                : edit(root, key);
            error = outcome.Error;
            return outcome.Root;
        });
        return new MethodResult(error);
    }

    /// <summary>A new tree, or why there is none.</summary>
    private readonly record struct Outcome(RegistryKey? Root, uint Error)
    {
        public static implicit operator Outcome(RegistryKey root) => new(root, StdRegProv.Success);

        public static implicit operator Outcome(uint error) => new(null, error);
    }
}
