using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Cli.Screen;
using MedHardening.Fleet.Inventory;
using Spectre.Console;

namespace MedHardening.Cli.Computers;

/// <summary>The computers as a table, and how many of each kind.</summary>
internal static class InventoryTable
{
    public static void Write(IReadOnlyList<InventoryComputer> computers, Terminal terminal, Language language)
    {
        Text[] heads = [new("名称", "Name"), new("区分", "Role"), new("OS", "OS"), new("最終サインイン", "Last sign-in"), new("状態", "State")];
        List<string[]> lines = [heads.Select(h => h.In(language)).ToArray(), .. computers.Select(c => Cells(c, language))];
        int[] widths = Enumerable.Range(0, heads.Length).Select(column => lines.Max(l => l[column].GetCellWidth())).ToArray();
        foreach (string[] line in lines)
            terminal.Write(string.Join("  ", line.Select((cell, column) => Printable.Pad(cell, widths[column]))).TrimEnd());
        terminal.Write("");
        terminal.Write(new Text(
            $"{computers.Count} 台。台帳にないもの {computers.Count(c => c.InLedger == false)}、ドメインにないもの {computers.Count(c => c.InDirectory == false)}、長期未使用 {computers.Count(c => c.Stale)}",
            $"{computers.Count} computers. Not in the ledger: {computers.Count(c => c.InLedger == false)}, not in the domain: {computers.Count(c => c.InDirectory == false)}, stale: {computers.Count(c => c.Stale)}")
            .In(language));
    }

    private static string[] Cells(InventoryComputer computer, Language language) =>
    [
        Printable.Of(computer.ComputerName),
        Printable.Of(computer.Role),
        Printable.Of(computer.OperatingSystem ?? ""),
        computer.LastLogon?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        string.Join(", ", States(computer).Select(s => s.In(language))),
    ];

    private static IEnumerable<Text> States(InventoryComputer computer)
    {
        if (computer.InLedger == false)
            yield return new("台帳にない", "not in the ledger");
        if (computer.InDirectory == false)
            yield return new("ドメインにない", "not in the domain");
        if (computer.Enabled == false)
            yield return new("アカウント無効", "account disabled");
        if (computer.Stale)
            yield return new("長期未使用", "stale");
    }
}
