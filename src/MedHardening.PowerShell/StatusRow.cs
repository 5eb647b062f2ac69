using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Checklist;
using MedHardening.Checks;

namespace MedHardening.PowerShell;

/// <summary>One line of the official form: what the tool proposes beside what a person answered. Words are in the language of the session.</summary>
public sealed class StatusRow
{
    private readonly ChecklistRow _row;

    internal StatusRow(ChecklistRow row, ChecklistStatus status)
    {
        _row = row;
        Status = status;
        Line = row.Row.Label is { } label ? row.Item.Number + " " + label : row.Item.Number;
        Title = row.Item.Title.ToString();
        ProposalText = row.Proposal.Text().ToString();
        AnswerText = row.Attestation?.Answer switch
        {
            Checklist.Answer.Yes => new Text("はい", "Yes").ToString(),
            Checklist.Answer.No => new Text("いいえ", "No").ToString(),
            _ => null,
        };
        Findings = row.Results
            .Where(r => r.Outcome is Outcome.Fail or Outcome.Unknown or Outcome.Excepted)
            .Select(r => new ComputerCheck(r))
            .ToArray();
    }

    /// <summary>Key of the item: <c>access-log</c>.</summary>
    public string Item => _row.Item.Key;

    /// <summary>Number of the item as printed: <c>2-⑪</c>.</summary>
    public string Number => _row.Item.Number;

    /// <summary>Key of the row.</summary>
    public string Row => _row.Row.Key;

    /// <summary>Number, and what tells the row from its sibling: <c>2-⑫ サーバ</c>.</summary>
    public string Line { get; }

    public string Title { get; }

    public Proposal Proposal => _row.Proposal;

    public string ProposalText { get; }

    /// <summary>The person's answer; null when there is none.</summary>
    public Answer? Answer => _row.Attestation?.Answer;

    public string? AnswerText { get; }

    /// <summary>確認日 as the person recorded it.</summary>
    public DateTime? ConfirmedOn => _row.Attestation?.ConfirmedOn;

    /// <summary>目標日 as the person recorded it.</summary>
    public DateTime? TargetDate => _row.Attestation?.TargetDate;

    /// <summary>Computers in scope of the row of which every question was answered.</summary>
    public int Measured => _row.Coverage.Measured;

    /// <summary>Computers in scope of the row.</summary>
    public int Ledger => _row.Coverage.Ledger;

    /// <summary><see cref="Measured"/> of <see cref="Ledger"/>; empty for a row that is about no computer.</summary>
    public string MeasuredOfLedger => Ledger == 0 ? "" : Measured + "/" + Ledger;

    /// <summary>What became of every computer in scope.</summary>
    public Coverage Coverage => _row.Coverage;

    /// <summary>Every Fail and Unknown, also those under an exception.</summary>
    public IReadOnlyList<ComputerCheck> Findings { get; }

    public int FindingCount => Findings.Count;

    /// <summary>The whole run that the row belongs to; reports are written from it.</summary>
    public ChecklistStatus Status { get; }
}
