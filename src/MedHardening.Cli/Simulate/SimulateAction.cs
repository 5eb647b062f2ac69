using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cli.Connections;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli.Simulate;

/// <summary>What <c>medhardening simulate</c> does, until Ctrl+C.</summary>
internal sealed class SimulateAction(Terminal terminal, Language language)
{
    public async Task<int> RunAsync(SimulateArguments arguments, CancellationToken cancel)
    {
        NetworkCredential account = await new PasswordPrompt(fromStdin: true, terminal, language)
            .CredentialAsync(arguments.UserName, cancel) ?? DemoAccount.Create();
        IReadOnlyList<SimulatedComputer> computers = arguments.Folder is { } folder
            ? SimulatedComputer.Of(folder, arguments.Hosts)
            : HospitalCast.Of(arguments.Hosts);
        await using SimulatedHospital hospital = await SimulatedHospital.StartAsync(computers, arguments.Listen, account, cancel);
        LedgerFile.Save(arguments.Ledger, hospital.Ledger);
        Announce(arguments, computers, hospital, account);
        // Ctrl+C is how this ends, not an interruption of it.
        TaskCompletionSource end = new();
        await using (cancel.Register(end.SetResult))
            await end.Task;
        Say(new("終了しました。", "Ended."));
        return ExitCode.Success;
    }

    private void Announce(
        SimulateArguments arguments, IReadOnlyList<SimulatedComputer> computers, SimulatedHospital hospital, NetworkCredential account)
    {
        string hosts = computers.Count(c => c.Host is not null).ToString(CultureInfo.InvariantCulture);
        string place = new IPEndPoint(arguments.Listen.Address, hospital.Port).ToString();
        Say(new("これはシミュレーターです。本物の機器も、本物のデータもありません。", "This is a simulator: no real computers, no real data."));
        Say(new("待ち受け: " + place + "（" + hosts + " 台）", "Listening: " + place + " (" + hosts + " computers)"));
        Say(new("台帳: " + arguments.Ledger, "Ledger: " + arguments.Ledger));
        Say(arguments.UserName is null
            ? new("試験用の利用者: " + account.UserName + "  パスワード: " + account.Password, "Account for this run: " + account.UserName + "  password: " + account.Password)
            : new("利用者: " + account.UserName + "（パスワードは標準入力のもの）", "Account: " + account.UserName + " (password as given by standard input)"));
        Say(new("Ctrl+C で終了します。", "Ctrl+C ends it."));
        terminal.Output.Flush();
    }

    private void Say(Text line) => terminal.Output.WriteLine(Printable.Of(line.In(language)));
}
