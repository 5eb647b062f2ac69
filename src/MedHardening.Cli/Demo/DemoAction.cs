using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Cli.Results;
using MedHardening.Cli.Screen;
using MedHardening.Cli.Simulate;
using MedHardening.Fleet;
using MedHardening.Reports;

namespace MedHardening.Cli.Demo;

/// <summary>
/// What <c>medhardening demo</c> does: the same as <c>status</c>, on files that it writes and computers that it simulates. Nothing
/// is pretended: the files are read back, the measurement goes through the network stack.
/// </summary>
internal sealed class DemoAction(Terminal terminal, Language language)
{
    // Inside 令和7年度, after one exception of the record has expired and before the other does.
    private static readonly DateTime s_asOf = new(2025, 12, 1);

    public async Task<int> RunAsync(int hosts, string path, CancellationToken cancel)
    {
        DemoFolder folder = DemoFolder.Prepare(path);
        NetworkCredential account = DemoAccount.Create();
        await using SimulatedHospital hospital = await SimulatedHospital.StartAsync(
            HospitalCast.Of(hosts), new IPEndPoint(IPAddress.Loopback, 0), account, cancel);
        folder.Save(hospital.Ledger);
        string count = hosts.ToString(CultureInfo.InvariantCulture);
        terminal.Say(new Text(
            "架空の病院の " + count + " 台を、この計算機の中で測定します。外部との通信はありません。",
            "Measuring the " + count + " computers of a made-up hospital inside this one. Nothing leaves it.").In(language));

        ChecklistStatus status = await new Measurement(terminal, language)
            .RunAsync(Request(folder), computer => Target(computer, account), cancel);
        cancel.ThrowIfCancellationRequested();
        foreach (string report in folder.Reports)
            ReportFile.Save(status, report, language);
        StatusScreen screen = new(terminal, language);
        screen.WriteNotices(status);
        screen.WriteResults(status);
        WhatNext(folder, count);
        return ExitCode.Success;
    }

    private static StatusRequest Request(DemoFolder folder)
    {
        Baseline baseline = BaselineReader.Read(folder.Baseline);
        ChecklistProfile profile = ProfileReader.Load(baseline);
        return new StatusRequest(
            baseline, profile, FacilityReader.Read(folder.Facility, profile), LedgerReader.Read(folder.Ledger), s_asOf)
        {
            LedgerPath = folder.Ledger,
        };
    }

    private static CimTarget Target(LedgerComputer computer, NetworkCredential account) => new(computer.Name)
    {
        Address = computer.Address,
        Port = computer.Port,
        Credential = account,
        Authentication = CimAuthentication.Basic,
    };

    private void WhatNext(DemoFolder folder, string hosts)
    {
        string simulate = CommandLine.AsTyped + " simulate --hosts " + hosts + " --listen 127.0.0.1:15985 --ledger " + folder.Ledger;
        string status = CommandLine.AsTyped + " status --baseline " + folder.Baseline + " --facility " + folder.Facility + " --ledger " + folder.Ledger
            + " --as-of " + s_asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " --username demo --per-computer";
        terminal.Output.WriteLine();
        Write(new("ブラウザで開いてください: ", "Open in a browser: "), folder.Reports[0]);
        Write(new("ほかの報告書: ", "Other reports: "), folder.Reports[1], folder.Reports[2]);
        Write(new("元になったファイル: ", "Made from: "), folder.Ledger, folder.Baseline, folder.Facility);
        terminal.Output.WriteLine();
        Write(new(
            "次に: 架空の病院を動かし続け（利用者 demo のパスワードが表示されます）、",
            "Next: keep the hospital running (it shows the password of its account demo),"));
        Write(default, "  " + simulate);
        Write(new(
            "別の端末から、ファイルを書き換えながら測定してみてください。",
            "and measure it from another terminal, with files that you have changed."));
        Write(default, "  " + status);
    }

    // Never broken into lines: paths and commands are there to be copied.
    private void Write(Text words, params IEnumerable<string> rest) =>
        terminal.Output.WriteLine(words.In(language) + Printable.Of(string.Join(' ', rest)));
}
