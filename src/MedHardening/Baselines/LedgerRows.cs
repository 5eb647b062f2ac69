using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Baselines.Csv;
using MedHardening.Checklist;
using MedHardening.Fleet;

namespace MedHardening.Baselines;

/// <summary>Lines of the ledger to computers.</summary>
internal sealed class LedgerRows(LedgerColumns columns, FaultList faults)
{
    private static readonly Dictionary<string, Handling> s_handlings = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = Handling.ReadOnly,
        ["参照のみ"] = Handling.ReadOnly,
        [nameof(Handling.ReadOnly)] = Handling.ReadOnly,
        ["可"] = Handling.Writable,
        [nameof(Handling.Writable)] = Handling.Writable,
        ["接触不可"] = Handling.NotContactable,
        [nameof(Handling.NotContactable)] = Handling.NotContactable,
    };

    private readonly Dictionary<string, LedgerComputer> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The computer of a line; of use only when no fault was added.</summary>
    public LedgerComputer Read(IReadOnlyList<CsvCell> record)
    {
        CheckLength(record);
        string role = RoleOf(columns[record, LedgerColumns.Role]);
        CsvCell nameCell = columns[record, LedgerColumns.Name];
        string name = NameOf(nameCell, role);
        var computer = new LedgerComputer(
            name, AddressOf(columns[record, LedgerColumns.Address], name), role, HandlingOf(columns[record, LedgerColumns.Handling]), record[0].Place.Line)
        {
            Port = PortOf(columns[record, LedgerColumns.Port]),
            Vendor = Text(record, LedgerColumns.Vendor),
            Serial = Text(record, LedgerColumns.Serial),
            Place = Text(record, LedgerColumns.Place),
            OperatingSystem = Text(record, LedgerColumns.OperatingSystem),
            Window = WindowOf(columns[record, LedgerColumns.Window]),
        };
        CheckOnce(computer, nameCell.Place);
        return computer;
    }

    private string? Text(IReadOnlyList<CsvCell> record, string column) => columns[record, column].Text is { Length: > 0 } text ? text : null;

    private void CheckLength(IReadOnlyList<CsvCell> record)
    {
        if (record.Skip(columns.Count).FirstOrDefault(c => c.Text.Trim().Length > 0) is { Text: not null } extra)
        {
            faults.Add(extra.Place, new Text(
                "見出しより多くの列があります。コンマを含む欄は引用符（\"）で囲んでください。",
                "there are more cells than columns in the header. Put a cell that has a comma in quotation marks (\")."));
        }
    }

    private string RoleOf(CsvCell cell)
    {
        if (cell.Text.Length == 0)
        {
            faults.Add(cell.Place, new Text(
                "区分がありません。サーバ、端末PC、ネットワーク機器、または基準で定めた区分を書いてください。",
                "the role is missing. Write server, client, network, or a role of the baseline."));
        }

        return Roles.Parse(HalfWidth.Of(cell.Text));
    }

    private string NameOf(CsvCell cell, string role)
    {
        string name = HalfWidth.Of(cell.Text);
        if (name.Length == 0)
        {
            faults.Add(cell.Place, new Text("名称がありません。コンピュータ名を書いてください。", "the name is missing. Write the computer's name."));
        }
        else if (role != Roles.Network && !HostName.IsName(name))
        {
            string quoted = Printable.Quote(name);
            faults.Add(cell.Place, new Text(
                $"「{quoted}」はコンピュータ名になりません。Windowsのコンピュータ名を書き、IPアドレスは「アドレス」の列に書いてください。",
                $"'{quoted}' cannot be a computer name. Write the name that Windows has; an IP address belongs in the address column."));
        }

        return name;
    }

    private string AddressOf(CsvCell cell, string name)
    {
        string address = HalfWidth.Of(cell.Text);
        if (address.Length > 0 && !HostName.IsAddress(address))
        {
            string quoted = Printable.Quote(address);
            faults.Add(cell.Place, new Text(
                $"「{quoted}」はアドレスになりません。IPアドレスかホスト名だけを書いてください（ポートは「ポート」の列）。",
                $"'{quoted}' cannot be an address. Write an IP address or a host name alone (a port has its own column)."));
        }

        return address.Length == 0 ? name : address;
    }

    private int? PortOf(CsvCell cell)
    {
        string text = HalfWidth.Of(cell.Text);
        bool valid = HostName.IsPort(text, out int port);
        if (text.Length > 0 && !valid)
        {
            string quoted = Printable.Quote(text);
            faults.Add(cell.Place, new Text(
                $"「{quoted}」はポート番号になりません。1から65535までの数を書いてください。",
                $"'{quoted}' cannot be a port. Write a number from 1 to 65535."));
        }

        return valid ? port : null;
    }

    private MaintenanceWindow? WindowOf(CsvCell cell)
    {
        MaintenanceWindow? window = MaintenanceWindow.Parse(cell.Text);
        if (window is null && cell.Text.Length > 0)
        {
            string quoted = Printable.Quote(cell.Text);
            faults.Add(cell.Place, new Text(
                $"作業時間帯「{quoted}」は分かりません。「22:00-06:00」か「土日 13:00-18:00」のように書いてください。",
                $"the window '{quoted}' is not understood. Write it like 22:00-06:00, or 土日 13:00-18:00 for some days."));
        }

        return window;
    }

    private Handling HandlingOf(CsvCell cell)
    {
        if (s_handlings.TryGetValue(cell.Text, out Handling handling))
        {
            return handling;
        }

        string given = Printable.Quote(cell.Text);
        Text known = Suggestion.Of(given, s_handlings.Keys.Where(k => k.Length > 0).ToArray());
        faults.Add(cell.Place, new Text($"操作「{given}」は分かりません。{known.Ja}", $"the handling '{given}' is not known. {known.En}"));
        return Handling.NotContactable;
    }

    private void CheckOnce(LedgerComputer computer, Place place)
    {
        if (!_byName.TryGetValue(computer.Name, out LedgerComputer? first))
        {
            _byName.Add(computer.Name, computer);
            return;
        }

        string quoted = Printable.Quote(computer.Name);
        faults.Add(place, first.Role == computer.Role
            ? new Text(
                $"「{quoted}」は{first.Line}行目にもあります。どちらかを消してください。",
                $"'{quoted}' is also on line {first.Line}. Delete one of the two.")
            : new Text(
                $"「{quoted}」に二つの区分があります（{first.Line}行目は {first.Role}、ここは {computer.Role}）。一台に一つの区分を書いてください。",
                $"'{quoted}' has two roles ({first.Role} on line {first.Line}, {computer.Role} here). Give a computer one role."));
    }
}
