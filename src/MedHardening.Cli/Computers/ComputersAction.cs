using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;
using MedHardening.Cli.Connections;
using MedHardening.Cli.Screen;
using MedHardening.Domains;
using MedHardening.Fleet;
using MedHardening.Fleet.Inventory;
using MedHardening.Reports;

namespace MedHardening.Cli.Computers;

/// <summary>What <c>medhardening computers</c> does: read the ledger, ask the domains, join, show.</summary>
internal sealed class ComputersAction(Terminal terminal, Language language)
{
    public async Task<int> RunAsync(ComputersArguments arguments, CancellationToken cancel)
    {
        DomainTargets.EnsureFound(arguments.Domains);
        if (arguments.Propose is { } taken && File.Exists(taken))
            throw new UsageException(new("台帳の案のファイルが既にあります: " + taken, "The file for the proposed ledger exists already: " + taken));
        IReadOnlyList<LedgerComputer>? ledger = arguments.Ledger is null ? null : LedgerReader.Read(arguments.Ledger);
        IReadOnlyList<DirectoryComputer>? directory = arguments.Domains.Names.Count == 0 ? null : await AskAsync(arguments, cancel);
        if (arguments.Domains.Names.Count > 0 && directory is null)
            return ExitCode.NotAllMeasured;
        ComputerInventory inventory = new(ledger, directory, arguments.StaleDays, JapanTime.Day(DateTimeOffset.UtcNow));
        if (arguments.Json)
            InventoryJson.Write(inventory.Computers, terminal.Output);
        else
            InventoryTable.Write(inventory.Computers, terminal, language);
        return arguments.Propose is null || Proposed(inventory, arguments.Propose) ? ExitCode.Success : ExitCode.ReportNotWritten;
    }

    // Half a list would make computers look missing: a domain that does not answer leaves no list.
    private async Task<IReadOnlyList<DirectoryComputer>?> AskAsync(ComputersArguments arguments, CancellationToken cancel)
    {
        System.Net.NetworkCredential? credential = await new PasswordPrompt(arguments.Connection.PasswordStdin, terminal, language)
            .CredentialAsync(arguments.Connection.UserName, cancel);
        using AskedDomains domains = DomainTargets.Of(arguments.Domains, arguments.Connection, credential);
        List<DirectoryComputer> computers = [];
        foreach (RecordingDirectory domain in domains.Directories)
        {
            try
            {
                computers.AddRange(await DirectoryComputer.ReadAsync(domain, arguments.SearchBase, arguments.Filter, cancel));
            }
            catch (CimFault fault)
            {
                string reason = DirectoryReasons.Of(fault.Kind);
                terminal.Say(Printable.Of(domain.Domain + ": " + Reasons.WithCode(reason).In(language) + " (" + fault.Message + ")"));
                if (Reasons.Advice(reason) is { } advice)
                    terminal.Say("  " + new Text("対処: ", "What to do: ").In(language) + advice.In(language));
                return null;
            }
        }
        return computers;
    }

    private bool Proposed(ComputerInventory inventory, string path)
    {
        try
        {
            LedgerWriter.Save(path, inventory.ProposedLedger());
            terminal.Say(Printable.Of(new Text("書き込みました: ", "Written: ").In(language) + path));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Say(Printable.Of(new Text("台帳の案を書き込めません: ", "The proposed ledger cannot be written: ").In(language) + e.Message));
            return false;
        }
    }
}
