using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist;

namespace MedHardening.Fleet.Inventory;

/// <summary>Ledger and directory side by side: what both know, what only one knows, what is no longer used.</summary>
public sealed class ComputerInventory
{
    // Names of computer accounts have at most 15 characters (MS-ADTS 3.1.1.5.1.2, sAMAccountName of computers).
    private const int NetBiosLength = 15;

    private readonly IReadOnlyList<LedgerComputer>? _ledger;
    private readonly IReadOnlyList<DirectoryComputer>? _directory;
    private readonly int _staleDays;
    private readonly DateTime _asOf;

    /// <param name="ledger">Null when none was given.</param>
    /// <param name="directory">Null when none was asked.</param>
    /// <param name="staleDays">Days without signing in after which a computer is stale.</param>
    public ComputerInventory(
        IReadOnlyList<LedgerComputer>? ledger, IReadOnlyList<DirectoryComputer>? directory, int staleDays, DateTime asOf)
    {
        _ledger = ledger;
        _directory = directory;
        _staleDays = staleDays;
        _asOf = asOf;
        Computers = Join();
    }

    /// <summary>By name. Network devices are no computers; disabled accounts are shown only where the ledger knows the computer.</summary>
    public IReadOnlyList<InventoryComputer> Computers { get; }

    /// <summary>
    /// The ledger as it would be whole: its own lines, an empty operating system filled in from the directory, and a line for
    /// every enabled account that it lacks. For a person to look through.
    /// </summary>
    public IReadOnlyList<LedgerComputer> ProposedLedger()
    {
        Dictionary<string, InventoryComputer> known = Computers.ToDictionary(c => c.ComputerName, StringComparer.OrdinalIgnoreCase);
        IEnumerable<LedgerComputer> own = (_ledger ?? []).Select(l =>
            l.OperatingSystem is null && known.TryGetValue(l.Name, out InventoryComputer? computer) ? l with { OperatingSystem = computer.OperatingSystem } : l);
        return own.Concat(Computers.Where(c => c.InLedger != true).Select(c =>
            new LedgerComputer(c.ComputerName, c.Address, c.Role, c.Handling, 0) { OperatingSystem = c.OperatingSystem })).ToArray();
    }

    private InventoryComputer[] Join()
    {
        ILookup<string, DirectoryComputer> byLabel = (_directory ?? []).ToLookup(c => Label(c.AccountName), StringComparer.OrdinalIgnoreCase);
        HashSet<DirectoryComputer> found = [];
        List<InventoryComputer> computers = [];
        foreach (LedgerComputer line in (_ledger ?? []).Where(c => c.Role != Roles.Network))
        {
            DirectoryComputer? account = byLabel[Label(line.Name)].Where(c => IsCalled(c, line.Name)).OrderByDescending(c => c.IsEnabled).FirstOrDefault();
            if (account is not null)
                found.Add(account);
            computers.Add(Known(new InventoryComputer(line.Name, line.Address, line.Role, line.Handling), account, inLedger: true) with
            {
                OperatingSystem = account?.OperatingSystem ?? line.OperatingSystem,
                Vendor = line.Vendor,
                Place = line.Place,
            });
        }
        computers.AddRange((_directory ?? []).Where(c => c.IsEnabled && !found.Contains(c)).Select(c =>
        {
            string name = c.DnsName ?? c.AccountName;
            return Known(new InventoryComputer(name, name, c.Role, Handling.ReadOnly), c, inLedger: _ledger is null ? null : false);
        }));
        return computers.OrderBy(c => c.ComputerName, StringComparer.OrdinalIgnoreCase).ToArray();
    }

    private InventoryComputer Known(InventoryComputer computer, DirectoryComputer? account, bool? inLedger) => computer with
    {
        InLedger = inLedger,
        InDirectory = _directory is null ? null : account is not null,
        Enabled = account?.IsEnabled,
        Stale = account?.IsStale(_staleDays, _asOf) == true,
        LastLogon = account?.LastLogon,
        OperatingSystem = account?.OperatingSystem,
        OperatingSystemVersion = account?.OperatingSystemVersion,
        OrganizationalUnit = account?.OrganizationalUnit,
        Domain = account?.Domain,
    };

    // A ledger may give short names or whole ones; a whole name of another domain is another computer.
    private static bool IsCalled(DirectoryComputer account, string name) =>
        !name.Contains('.') || account.DnsName is null || string.Equals(account.DnsName, name, StringComparison.OrdinalIgnoreCase);

    private static string Label(string name)
    {
        string label = name.Split('.')[0];
        return label.Length > NetBiosLength ? label.Substring(0, NetBiosLength) : label;
    }
}
