using System;
using System.Linq;
using MedHardening.Changes;

namespace MedHardening.PowerShell;

/// <summary>What a run that changes says before it does: the same for -WhatIf, -Confirm and -Verbose.</summary>
internal static class ChangeWords
{
    public static string Caption => new Text("変更の確認", "Confirm the changes").ToString();

    /// <summary>The computer, and each change on a line of its own.</summary>
    public static string Plan(HostPlan plan) => Lines(
        new Text($"{plan.Computer.Name} を変更します。", $"Changing {plan.Computer.Name}:"),
        plan.Changes.Select(c => c + " (" + c.Why + Effect(c.Effect) + ")"));

    public static string Undo(UndoPlan plan) => Lines(
        new Text($"{plan.Host.Computer.Name} を元に戻します。", $"Taking back on {plan.Host.Computer.Name}:"),
        plan.Steps.Where(s => s.Restoration != Restoration.NotNeeded).Select(s => s.Restoration == Restoration.Restores
            ? s.Change.Location + ": " + s.Now + " → " + s.Change.Old
            : s.Change.Location + ": " + new Text($"別の値 {s.Now} に変わっています", $"has been changed to {s.Now} by somebody else")));

    public static string Question(string text) => text + Environment.NewLine + new Text("よろしいですか。", "Do you want to do this?");

    public static string NotInLedger(string name) => new Text(
        $"{name} は台帳にありません。本当に変更しますか。", $"{name} is in no ledger. Do you really want to change it?").ToString();

    private static string Lines(Text head, System.Collections.Generic.IEnumerable<string> lines) =>
        string.Join(Environment.NewLine, new[] { Printable.Of(head.ToString()) }.Concat(lines.Select(l => "  " + Printable.Of(l))));

    private static string Effect(ChangeEffect effect) => effect switch
    {
        ChangeEffect.AfterRestart => new Text("、再起動後に有効", ", after a restart").ToString(),
        ChangeEffect.AfterReplug => new Text("、挿し直した後に有効", ", after it is plugged in again").ToString(),
        _ => "",
    };
}
