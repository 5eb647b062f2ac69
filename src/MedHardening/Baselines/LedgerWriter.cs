using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using MedHardening.Checklist;
using MedHardening.Fleet;

namespace MedHardening.Baselines;

/// <summary>Writes a 台帳 that a spreadsheet on a Japanese Windows opens as it is: UTF-8 with byte order mark, CRLF, Japanese header.</summary>
public static class LedgerWriter
{
    /// <summary>Writes a new file, whole or not at all.</summary>
    /// <exception cref="IOException">Not written.</exception>
    /// <exception cref="System.UnauthorizedAccessException">The same.</exception>
    public static void Save(string path, IReadOnlyList<LedgerComputer> computers) =>
        AtomicFile.Write(path, isPrivate: false, stream => Write(stream, computers));

    /// <summary>Leaves the stream open.</summary>
    public static void Write(Stream stream, IReadOnlyList<LedgerComputer> computers)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 4096, leaveOpen: true);
        Write(writer, computers);
    }

    /// <summary>For a writer whose encoding is already chosen.</summary>
    public static void Write(TextWriter writer, IReadOnlyList<LedgerComputer> computers)
    {
        var csv = new CsvWriter(writer);
        csv.Line([
            LedgerColumns.Name, LedgerColumns.Address, LedgerColumns.Port, LedgerColumns.Role, LedgerColumns.Vendor,
            LedgerColumns.Handling, LedgerColumns.Serial, LedgerColumns.Place, LedgerColumns.OperatingSystem,
            LedgerColumns.Window,
        ]);
        foreach (LedgerComputer computer in computers)
        {
            csv.Line([
                computer.Name,
                computer.Address == computer.Name ? "" : computer.Address,
                computer.Port?.ToString(CultureInfo.InvariantCulture) ?? "",
                Word(computer.Role),
                computer.Vendor ?? "",
                Word(computer.Handling),
                computer.Serial ?? "",
                computer.Place ?? "",
                computer.OperatingSystem ?? "",
                computer.Window?.ToString() ?? "",
            ]);
        }
    }

    private static string Word(string role) => role switch
    {
        Roles.Server => "サーバ",
        Roles.Client => "端末PC",
        Roles.Network => "ネットワーク機器",
        _ => role,
    };

    private static string Word(Handling handling) => handling switch
    {
        Handling.Writable => "可",
        Handling.NotContactable => "接触不可",
        _ => "参照のみ",
    };
}
