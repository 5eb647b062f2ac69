using System;
using System.Globalization;
using System.Linq;
using MedHardening.Cim.Probing;
using MedHardening.Cli.Screen;
using MedHardening.Fleet;
using MedHardening.Reports.Probing;
using Spectre.Console;

namespace MedHardening.Cli.Probe;

/// <summary>The steps to a computer, a line each, with what to do under those that did not go well.</summary>
internal sealed class ProbeLines(Terminal terminal, Language language)
{
    private const int TimeCells = 9;

    private readonly int _stageCells = Enum.GetValues<ProbeStage>().Max(s => s.Word().In(language).GetCellWidth());
    private readonly int _outcomeCells = Enum.GetValues<ProbeOutcome>().Max(o => o.Word().In(language).GetCellWidth());

    /// <summary>Standard output is for something else, so the lines go to the error stream.</summary>
    public bool BesideResults { get; init; }

    public void Write(ComputerProbe probe, DateTimeOffset now)
    {
        string place = probe.Computer.Address == probe.Computer.Name ? "" : " (" + probe.Computer.Address + ")";
        Line(probe.Computer.Name + place, 0);
        foreach (ProbeStep step in probe.Report.Steps)
        {
            string time = step.Outcome == ProbeOutcome.Skipped ? ""
                : step.Duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms";
            string head = "  " + Printable.Pad(step.Stage.Word().In(language), _stageCells) + "  "
                + Printable.Pad(step.Outcome.Word().In(language), _outcomeCells) + time.PadLeft(TimeCells) + "  ";
            Line(head + step.Finding().In(language), head.GetCellWidth());
            if (step.Stage == ProbeStage.Tls && probe.Report.Certificate is { } certificate)
                Certificate(certificate);
            if (ProbeAdvice.Of(probe, step, now) is { } advice)
                Line("    -> " + advice.In(language), 7);
        }
    }

    private void Certificate(ServerCertificateFacts certificate)
    {
        Fact(new("名前", "Subject"), certificate.Subject);
        Fact(new("別名", "Names"), string.Join(", ", certificate.Names));
        Fact(new("発行者", "Issuer"), certificate.Issuer);
        Fact(new("期間", "Valid"), string.Create(CultureInfo.InvariantCulture, $"{certificate.NotBefore:yyyy-MM-dd} - {certificate.NotAfter:yyyy-MM-dd}"));
        Fact(new("拇印", "Thumbprint"), certificate.Thumbprint);
    }

    private void Fact(Text name, string value) => Line("      " + name.In(language) + ": " + value, 8);

    private void Line(string line, int hang)
    {
        if (BesideResults)
            terminal.Say(Printable.Of(line));
        else
            terminal.Write(Printable.Of(line), hang);
    }
}
