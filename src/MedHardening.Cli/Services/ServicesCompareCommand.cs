using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cli.Help;
using MedHardening.Cli.Results;
using MedHardening.Cli.Screen;
using MedHardening.Reports;
using MedHardening.Reports.Html;
using MedHardening.Services;

namespace MedHardening.Cli.Services;

/// <summary><c>medhardening services compare</c>.</summary>
internal sealed class ServicesCompareCommand : Command, IDocumented
{
    private readonly Language _language;
    private readonly Terminal _terminal;
    private readonly Argument<string> _reference;
    private readonly Option<string[]> _difference;
    private readonly Option<bool> _summary;
    private readonly Option<string> _report;
    private readonly InventoryOptions _inventory;

    public ServicesCompareCommand(Language language, Terminal terminal)
        : base("compare", new Text("機器を基準と比べ、違いとその説明を示す。", "Compares computers with a baseline: what differs, and what explains it.").In(language))
    {
        _language = language;
        _terminal = terminal;
        _reference = new Argument<string>("REFERENCE")
        {
            Description = new Text(
                "services export が書いたYAML、区分ごとのYAMLのフォルダー、または Get-Service を Export-Csv で保存した一覧。",
                "YAML of services export, a folder with one for each role, or a list that Get-Service and Export-Csv wrote.").In(language),
        };
        Arguments.Add(_reference);
        _difference = new Option<string[]>("--difference")
        {
            HelpName = "FILE|DIR",
            AllowMultipleArgumentsPerToken = true,
            Description = new Text("機器の代わりに比べる、書き出し済みの基準。", "Exported baselines to compare instead of computers.").In(language),
        };
        Options.Add(_difference);
        _summary = new Option<bool>("--summary") { Description = new Text("同じ違いを全機器でまとめ、重大で珍しいものから示す。", "The same difference on all computers in one line, the worst and rarest first.").In(language) };
        Options.Add(_summary);
        _report = new Option<string>("--report") { HelpName = "FILE", Description = new Text("違いをHTMLにも書き出す。", "Writes the differences into an HTML file, too.").In(language) };
        Options.Add(_report);
        _inventory = new InventoryOptions(this, language);
        Validators.Add(Target);
        SetAction(RunAsync);
    }

    public IReadOnlyList<HelpSection> More =>
    [
        new(new Text("例", "Examples").In(_language),
        [
            new("medhardening services compare roles --ledger ledger.csv --summary --report diff.html --username auditor"),
            new("medhardening services compare roles/client.yaml --difference exported"),
        ]),
    ];

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        string path = parsed.GetRequiredValue(_reference);
        if (parsed.GetValue(_report) is { } report)
            Check(report);
        ServiceReferences references = ServiceReferences.Read(path);
        InventoryArguments arguments = _inventory.Bind(parsed);
        IReadOnlyList<BaselineSection> sections = arguments.Include.Count > 0 ? arguments.Include : references.Sections;
        Inventory inventory = new(_terminal, _language);
        string[] files = parsed.GetValue(_difference) ?? [];
        IReadOnlyList<ComputerInventory> taken = files.Length > 0 ? [] : await inventory.TakeAsync(arguments, sections, cancel);
        ServiceComparison comparison = ServiceComparison.Of(
            references, sections, [.. ServiceComparison.Exported(files), .. ServiceComparison.Measured(taken)],
            taken.Where(t => t.Baseline is null).Select(t => Reasons.Unmeasured(t.Computer)));
        DifferenceLines lines = new(_terminal, _language);
        if (parsed.GetValue(_summary))
            lines.Write(DifferenceSummary.Of(comparison.Differences, comparison.Compared));
        else
            lines.Write(comparison);
        bool written = parsed.GetValue(_report) is not { } page || Saved(comparison, page);
        return !written ? ExitCode.ReportNotWritten : comparison.NotCompared.Count > 0 || inventory.IsIncomplete ? ExitCode.NotAllMeasured : ExitCode.Success;
    }

    private static void Check(string report)
    {
        if (!Path.GetExtension(report).Equals(".html", StringComparison.OrdinalIgnoreCase))
            throw new UsageException(new("--report の拡張子は .html にしてください: " + report, "--report must end in .html: " + report));
        ReportDestinations.Check([report]);
    }

    private bool Saved(ServiceComparison comparison, string path)
    {
        try
        {
            new ServiceDifferenceReport(comparison, _language).Save(path);
            _terminal.Say(Printable.Of(new Text("書き込みました: ", "Written: ").In(_language) + path));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _terminal.Say(Printable.Of(new Text("書き込めません: ", "Cannot be written: ").In(_language) + path + ": " + e.Message));
            return false;
        }
    }

    private void Target(CommandResult result)
    {
        if (!_inventory.HasTargets(result) == (result.GetResult(_difference) is null))
        {
            result.AddError(new Text(
                "--computer、--ledger、--snapshot か、--difference のどちらか一方を指定してください。",
                "Give --computer, --ledger or --snapshot, or else --difference.").In(_language));
        }
    }
}
