using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Cli.Connections;
using MedHardening.Cli.Screen;
using MedHardening.Fleet;
using MedHardening.Reports.Probing;

namespace MedHardening.Cli.Probe;

/// <summary>What <c>medhardening probe</c> does: take the steps to each computer, show them in the order asked for.</summary>
internal sealed class ProbeAction(Terminal terminal, Language language)
{
    public async Task<int> RunAsync(ProbeArguments arguments, CancellationToken cancel)
    {
        Targets.EnsureFound(arguments.Connection.Tls);
        IReadOnlyList<LedgerComputer> computers = Computers(arguments);
        CimQuery? query = arguments.Query is { } asked ? CimQuery.Of(arguments.Namespace, asked) : null;
        using Account account = await new PasswordPrompt(arguments.Connection.PasswordStdin, terminal, language)
            .AccountAsync(arguments.Connection, cancel);
        ProbeLines lines = new(terminal, language) { BesideResults = query is not null };
        List<ComputerProbe> probes = [];
        await new ProbeRun(Transports.Probe()!, Targets.Of(arguments.Connection, account)).RunAsync(
            computers, query, arguments.Connection.ThrottleLimit, probe =>
            {
                probes.Add(probe);
                if (!arguments.Json)
                    lines.Write(probe, DateTimeOffset.UtcNow);
            }, cancel);
        if (arguments.Json)
            ProbeJson.Write(probes, DateTimeOffset.UtcNow, terminal.Output);
        else if (query is not null)
            ProbeJson.WriteRows(probes, terminal.Output);
        return probes.TrueForAll(p => p.Report.IsOk) ? ExitCode.Success : ExitCode.NotAllMeasured;
    }

    private static LedgerComputer[] Computers(ProbeArguments arguments)
    {
        string[] names = arguments.Computers.Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (arguments.Ledger is null)
            return names.Select(n => new LedgerComputer(n, n, Roles.Client, Handling.ReadOnly, 0)).ToArray();
        LedgerComputer[] rows = LedgerReader.Read(arguments.Ledger).Where(c => c.Role != Roles.Network).ToArray();
        return names.Length == 0 ? rows : names.Select(n => RowOf(n, rows)).ToArray();
    }

    private static LedgerComputer RowOf(string name, LedgerComputer[] rows) =>
        Array.Find(rows, r => r.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException(new("台帳に機器「" + name + "」はありません。", "The ledger has no computer '" + name + "'."));
}
