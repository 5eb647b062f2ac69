using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using MedHardening.AccessLogs;
using MedHardening.Fleet.Inventory;

namespace MedHardening.PowerShell;

/// <summary>
/// How results look at the prompt. Made in code and not in a Format.ps1xml: PowerShell refuses such files under the execution
/// policy Restricted, the default of Windows clients (about_Execution_Policies), and then the whole import fails; and here the
/// headers are in the language of the session. Not yet verified on Windows: run tests/windows/Smoke.ps1.
/// </summary>
public sealed class Views : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    public void OnImport() => Replace(All());

    public void OnRemove(PSModuleInfo psModuleInfo) => Replace([]);

    private static IEnumerable<ExtendedTypeDefinition> All() =>
    [
        Table(typeof(StatusRow),
            new(new("番号", "Number"), nameof(StatusRow.Line), 12),
            new(new("提案", "Proposal"), nameof(StatusRow.ProposalText), 24),
            new(new("回答", "Answer"), nameof(StatusRow.AnswerText), 6),
            new(new("測定/台帳", "Measured"), nameof(StatusRow.MeasuredOfLedger), 9),
            new(new("所見", "Findings"), nameof(StatusRow.FindingCount), 8),
            new(new("項目", "Item"), nameof(StatusRow.Title))),
        Table(typeof(ComputerCheck),
            new(new("コンピューター", "Computer"), nameof(ComputerCheck.ComputerName), 16),
            new(new("検査", "Check"), nameof(ComputerCheck.Check), 28),
            new(new("結果", "Outcome"), nameof(ComputerCheck.Outcome), 13),
            new(new("内容", "Detail"), nameof(ComputerCheck.Detail))),
        Table(typeof(AccessLogSummary),
            new(new("コンピューター", "Computer"), nameof(AccessLogSummary.ComputerName), 16),
            new(new("サインイン", "SignIns"), nameof(AccessLogSummary.SignIns), 10),
            new(new("失敗", "Failures"), nameof(AccessLogSummary.Failures), 8),
            new(new("一部のみ", "Partial"), nameof(AccessLogSummary.IsPartial), 8),
            new(new("期間", "From"), nameof(AccessLogSummary.From))),
        Table(typeof(ComputerChange),
            new(new("コンピューター", "Computer"), nameof(ComputerChange.ComputerName), 16),
            new(new("結果", "Outcome"), nameof(ComputerChange.Outcome), 13),
            new(new("再起動等待ち", "Pending"), nameof(ComputerChange.IsPending), 12),
            new(new("内容", "Detail"), nameof(ComputerChange.Detail))),
        Table(typeof(ServiceDifferenceRow),
            new(new("コンピューター", "Computer"), nameof(ServiceDifferenceRow.ComputerName), 16),
            new(new("重要度", "Severity"), nameof(ServiceDifferenceRow.Severity), 11),
            new(new("変更", "Change"), nameof(ServiceDifferenceRow.Change), 16),
            new(new("名前", "Name"), nameof(ServiceDifferenceRow.Name), 28),
            new(new("理由", "Why"), nameof(ServiceDifferenceRow.Why))),
        Table(typeof(ServiceDifferenceSummaryRow),
            new(new("台数", "Count"), nameof(ServiceDifferenceSummaryRow.CountOfCompared), 9),
            new(new("重要度", "Severity"), nameof(ServiceDifferenceSummaryRow.Severity), 11),
            new(new("変更", "Change"), nameof(ServiceDifferenceSummaryRow.Change), 16),
            new(new("名前", "Name"), nameof(ServiceDifferenceSummaryRow.Name), 28),
            new(new("理由", "Why"), nameof(ServiceDifferenceSummaryRow.Why))),
        Table(typeof(ChangeRecord),
            new(new("実行", "Run"), nameof(ChangeRecord.Id), 25),
            new(new("状態", "State"), nameof(ChangeRecord.State), 14),
            new(new("台数", "Count"), nameof(ChangeRecord.ComputerCount), 5),
            new(new("実行者", "By"), nameof(ChangeRecord.By), 28),
            new(new("コマンド", "Command"), nameof(ChangeRecord.Command))),
        Grouped(typeof(ConnectionStep), nameof(ConnectionStep.ComputerName),
            new(new("段階", "Step"), nameof(ConnectionStep.StepText), 18),
            new(new("結果", "Result"), nameof(ConnectionStep.ResultText), 12),
            new(new("ミリ秒", "ms"), nameof(ConnectionStep.Milliseconds), 6),
            new(new("内容と直し方", "Finding, and what to do"), nameof(ConnectionStep.Detail))),
        Table(typeof(InventoryComputer),
            new(new("コンピューター", "Computer"), nameof(InventoryComputer.ComputerName), 24),
            new(new("区分", "Role"), nameof(InventoryComputer.Role), 8),
            new(new("台帳", "Ledger"), nameof(InventoryComputer.InLedger), 6),
            new(new("ドメイン", "Domain"), nameof(InventoryComputer.InDirectory), 8),
            new(new("未使用", "Stale"), nameof(InventoryComputer.Stale), 6),
            new(new("最終サインイン", "Last sign-in"), nameof(InventoryComputer.LastLogon), 26),
            new(new("OS", "OS"), nameof(InventoryComputer.OperatingSystem))),
    ];

    private static ExtendedTypeDefinition Table(Type type, params Column[] columns) => Make(type, null, columns);

    // The last column holds whole sentences, so lines are wrapped.
    private static ExtendedTypeDefinition Grouped(Type type, string by, params Column[] columns) => Make(type, by, columns);

    private static ExtendedTypeDefinition Make(Type type, string? groupBy, Column[] columns)
    {
        TableControlBuilder table = TableControl.Create(outOfBand: false, autoSize: false, hideTableHeaders: false);
        if (groupBy is not null)
            table.GroupByProperty(groupBy, customControl: null, label: null);
        foreach (Column column in columns)
            table.AddHeader(Alignment.Undefined, column.Width, column.Header.ToString());
        TableRowDefinitionBuilder row = table.StartRowDefinition(wrap: groupBy is not null, entrySelectedByType: null, entrySelectedByCondition: null);
        foreach (Column column in columns)
            row.AddPropertyColumn(column.Property, Alignment.Undefined, format: null);
        return new ExtendedTypeDefinition(
            type.FullName, [new FormatViewDefinition(type.Name, row.EndRowDefinition().EndTable())]);
    }

    // Formats of a session live in its initial state; Update-FormatData without a path makes the session read them anew.
    private static void Replace(IEnumerable<ExtendedTypeDefinition> views)
    {
        // A session from a console file (.psc1, Windows PowerShell only) has none; it shows plain lists.
        if (Runspace.DefaultRunspace.InitialSessionState?.Formats is not { } formats)
            return;
        SessionStateFormatEntry[] others = formats
            .Where(f => f.FormatData?.TypeName.StartsWith("MedHardening.", StringComparison.Ordinal) != true)
            .ToArray();
        formats.Clear();
        formats.Add(views.Select(v => new SessionStateFormatEntry(v)).Concat(others));
        using System.Management.Automation.PowerShell shell =
            System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand("Microsoft.PowerShell.Utility\\Update-FormatData").Invoke();
    }

    private sealed class Column(Text header, string property, int width = 0)
    {
        public Text Header => header;

        public string Property => property;

        public int Width => width;
    }
}
