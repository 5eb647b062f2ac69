using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using MedHardening.Checklist;
using MedHardening.Checks;
using MedHardening.Fleet;

namespace MedHardening.Reports;

/// <summary>
/// One line per subject and check, for Excel: UTF-8 with byte order mark, CRLF, every field in quotes. A computer that was
/// not measured has a line of its own, so that counting lines never makes it disappear.
/// </summary>
public sealed class CsvReport : IReport
{
    private static readonly Text[] s_header =
    [
        new("項目番号", "Item number"), new("項目", "Item"), new("対象種別", "Subject kind"), new("対象", "Subject"),
        new("検査", "Check"), new("性質(反証/参考)", "Bearing"), new("結果", "Outcome"), new("理由", "Reason"),
        new("測定元", "Source"), new("比較", "Comparison"), new("期待値", "Expected"), new("実測値", "Actual"),
        new("対処", "Remedy"), new("例外", "Exception"), new("認証", "Authentication"),
    ];

    private readonly Language _language;

    public CsvReport()
        : this(Language.Japanese)
    {
    }

    public CsvReport(Language language)
    {
        _language = language;
    }

    public string Extension => ".csv";

    public void Write(ChecklistStatus status, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(true), 1 << 16, leaveOpen: true);
        var csv = new CsvWriter(writer);
        csv.Line(s_header.Select(In));
        foreach (ComputerResult computer in status.Computers.Where(c => c.IsUnmeasured()).InOrder())
            csv.Line(Unmeasured(computer));
        Dictionary<string, ComputerResult> computers = status.Computers.ToDictionary(c => c.Computer.Name, StringComparer.OrdinalIgnoreCase);
        foreach (CheckResult result in status.Results.InOrder())
        {
            computers.TryGetValue(result.Subject.Kind == SubjectKind.Computer ? result.Subject.Name : "", out ComputerResult? computer);
            csv.Line([.. Fields(result, status.Profile.Find(result.Check.Item)), Proof(computer)]);
        }
    }

    private IEnumerable<string> Fields(CheckResult result, ChecklistItem? item)
    {
        Evidence? deciding = result.Deciding;
        return
        [
            item?.Number ?? "",
            item is null ? result.Check.Item : In(item.Title),
            In(result.Subject.Kind.Word()),
            result.Subject.Name,
            In(result.Check.Title),
            In(result.Check.Bearing.Word()),
            In(result.Outcome.Word()),
            result.Verdict.Reason is null ? "" : In(Reasons.WithCode(result.Verdict.Reason)),
            deciding?.Source ?? "",
            deciding is null ? "" : In(Words.Comparison(deciding.Operator)),
            deciding?.Expected ?? "",
            deciding is null ? "" : In(deciding.Finding()),
            result.Outcome is Outcome.Pass or Outcome.NotApplicable ? "" : In(result.Check.Remedy),
            result.ExceptionId ?? "",
        ];
    }

    private IEnumerable<string> Unmeasured(ComputerResult computer)
    {
        Text word = computer.Outcome.Word();
        string reason = computer.Reason is null ? "" : ": " + In(Reasons.WithCode(computer.Reason));
        return
        [
            "", "", In(SubjectKind.Computer.Word()), computer.Computer.Name, "", "", In(new("未測定", "Not measured")),
            In(word) + reason, computer.Detail ?? "", "", "", "",
            computer.Reason is not null && Reasons.Advice(computer.Reason) is { } advice ? In(advice) : "", "",
            Proof(computer),
        ];
    }

    private string Proof(ComputerResult? computer) => computer?.Authentication is { } proof ? In(Words.Proof(proof)) : "";

    private string In(Text text) => text.In(_language);
}
