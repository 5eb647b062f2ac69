using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Cli.Help;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli.Validate;

/// <summary><c>medhardening validate</c>: what is wrong with the files that a person wrote, with line and column.</summary>
internal sealed class ValidateCommand : Command, IDocumented
{
    private readonly Language _language;
    private readonly Terminal _terminal;

    public ValidateCommand(Language language, Terminal terminal)
        : base("validate", new Text(
            "ベースライン、施設記録、台帳、チェックリストのファイルに誤りがないか、互いに食い違わないか確かめる。",
            "Checks baselines, facility records, ledgers and checklists for mistakes, and against each other.").In(language))
    {
        _language = language;
        _terminal = terminal;
        Argument<string[]> files = new("FILE")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = new Text(
                "YAML（ベースライン、施設記録、チェックリスト）またはCSV（台帳）。",
                "YAML (baseline, facility record, checklist) or CSV (ledger).").In(language),
        };
        Arguments.Add(files);
        SetAction(parsed => Run(parsed.GetRequiredValue(files)));
    }

    public IReadOnlyList<HelpSection> More =>
    [
        new(new Text("例", "Examples").In(_language), [new("medhardening validate ledger.csv my-hospital.yaml facility.yaml")]),
    ];

    private int Run(IReadOnlyList<string> files)
    {
        IReadOnlyList<FileValidation> validations = FileValidator.Validate(files);
        foreach (FileValidation file in validations)
            Report(file);
        return validations.All(f => f.IsValid) ? ExitCode.Success : ExitCode.Usage;
    }

    // Mistakes are the result here, so they go where results go.
    private void Report(FileValidation file)
    {
        FaultLines.Write(file.Faults, _terminal.Output, _language);
        string count = file.Faults.Count.ToString(CultureInfo.InvariantCulture);
        Text verdict = file.IsValid
            ? new("誤りなし", "no mistakes")
            : new("誤り " + count + " 件", count + (file.Faults.Count == 1 ? " mistake" : " mistakes"));
        _terminal.Output.WriteLine(Printable.Of(file.Path + ": " + verdict.In(_language)));
    }
}
