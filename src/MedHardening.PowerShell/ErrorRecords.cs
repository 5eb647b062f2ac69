using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Cim;
using MedHardening.Domains;
using MedHardening.Fleet;
using MedHardening.Reports;

namespace MedHardening.PowerShell;

/// <summary>
/// Every error that a cmdlet can tell, and the only place that makes them: a stable id, a category like that of Get-CimInstance,
/// the thing it is about as target, and what to do.
/// </summary>
internal static partial class ErrorRecords
{
    /// <summary>A computer that was to be measured and was not.</summary>
    public static ErrorRecord Unmeasured(ComputerResult result)
    {
        string reason = result.Reason ?? result.Outcome.ToString();
        bool isFault = Enum.TryParse(reason, out CimFaultKind kind);
        (string id, ErrorCategory category) = isFault ? OfKind(kind) : (reason, ErrorCategory.InvalidResult);
        Exception exception = isFault
            ? new CimFault(kind, result.Detail ?? reason) { Host = result.Computer.Name }
            : new InvalidOperationException(result.Detail ?? reason);
        Text word = Reasons.Word(reason);
        string detail = result.Detail is null ? "" : " (" + Printable.Of(result.Detail) + ")";
        return Make(exception, id, category, result.Computer.Name,
            new(result.Computer.Name + ": " + word.Ja + "。測定できていません。" + detail,
                result.Computer.Name + ": " + word.En + ". Not measured." + detail),
            Reasons.Advice(reason));
    }

    /// <summary>A step to a computer that did not go well, where what was asked for are instances and not the steps.</summary>
    public static ErrorRecord Unreached(ConnectionStep step)
    {
        bool isFault = Enum.TryParse(step.Reason, out CimFaultKind kind);
        (string id, ErrorCategory category) = isFault ? OfKind(kind) : (step.Reason!, ErrorCategory.InvalidResult);
        Exception exception = isFault
            ? new CimFault(kind, step.Finding) { Host = step.ComputerName }
            : new InvalidOperationException(step.Finding);
        string message = step.ComputerName + ": " + step.StepText + ": " + step.Finding;
        return Make(exception, id, category, step.ComputerName, new(message, message), step.Advice is { } advice ? new(advice, advice) : null);
    }

    /// <summary>
    /// One record for each mistake. PowerShell 7 shows the offending line because the target has the keys File, Line and LineText
    /// (ConciseView of the built-in error view).
    /// </summary>
    public static IReadOnlyList<ErrorRecord> OfFile(InvalidFileException e, string id) => e.Faults
        .Select(fault => new ErrorRecord(new InvalidFileException([fault]), id, ErrorCategory.ParserError, Place(fault)))
        .ToArray();

    public static ErrorRecord FileNotFound(string path, string id) => Make(
        new FileNotFoundException(path), id, ErrorCategory.ObjectNotFound, path,
        new($"ファイルが見つかりません: {path}", $"There is no such file: {path}"),
        new("パスを確かめてください。", "Check the path."));

    public static ErrorRecord NotInLedger(string name) => Make(
        new ArgumentException(name), "NotInLedger", ErrorCategory.ObjectNotFound, name,
        new($"台帳に「{Printable.Of(name)}」はありません。", $"The ledger has no computer '{Printable.Of(name)}'."),
        new("台帳の名称で指定してください。", "Name it as the ledger does."));

    public static ErrorRecord NoTargets() => Make(
        new ArgumentException("-Ledger"), "NoTargets", ErrorCategory.InvalidArgument, null,
        new("対象の機器が指定されていません。", "No computers are named."),
        new("-Ledger（台帳）、-ComputerName、-CimSession、-Snapshot のいずれかを指定してください。指定なしでこの計算機そのものを測定できるのは Windows 上だけです。",
            "Give -Ledger, -ComputerName, -CimSession or -Snapshot. Without any of them this computer itself is measured, on Windows only."));

    public static ErrorRecord RoleWithLedger() => Make(
        new ArgumentException("-Role"), "RoleWithLedger", ErrorCategory.InvalidArgument, null,
        new("-Role は台帳とともに指定できません。", "-Role does not go with a ledger."),
        new("区分は台帳に書いてください。", "A ledger says the roles itself."));

    public static ErrorRecord RoleNotMeasured(string role) => Make(
        new ArgumentException("-Role"), "RoleNotMeasured", ErrorCategory.InvalidArgument, role,
        new("ネットワーク機器は測定できません。", "Network devices are not measured."),
        new("施設記録で回答してください。", "Answer for them in the facility record."));

    public static ErrorRecord NoSnapshots(string folder) => Make(
        new FileNotFoundException(folder), "SnapshotNotFound", ErrorCategory.ObjectNotFound, folder,
        new($"フォルダーに記録（*.medsnapshot）がありません: {folder}", $"The folder has no recordings (*.medsnapshot): {folder}"),
        new("-SaveSnapshot で記録したフォルダーを指定してください。", "Name a folder that -SaveSnapshot has written."));

    public static ErrorRecord SnapshotsNotReadable(string folder, Exception e) => Make(
        e, "SnapshotNotReadable", ErrorCategory.ReadError, folder,
        new($"記録のフォルダーを読めません: {e.Message}", $"The folder of recordings cannot be read: {e.Message}"), null);

    public static ErrorRecord SnapshotsNotWritable(string folder, Exception e) => Make(
        e, "SnapshotNotWritable", ErrorCategory.WriteError, folder,
        new($"記録のフォルダーに書き込めません。測定していません: {e.Message}", $"Recordings cannot be written into the folder; nothing was measured: {e.Message}"),
        null);

    public static ErrorRecord SnapshotNotWritten(string host, Exception e) => Make(
        e, "SnapshotNotWritten", ErrorCategory.WriteError, host,
        new($"{host} の記録を書き込めません: {e.Message}", $"The recording of {host} cannot be written: {e.Message}"), null);

    public static ErrorRecord NotAFile(string path) => Make(
        new ArgumentException(path), "NotAFilePath", ErrorCategory.InvalidArgument, path,
        new($"ファイル システムのパスではありません: {path}", $"This is not a path of the file system: {path}"), null);

    public static ErrorRecord NotAComputerName(string name) => Make(
        new ArgumentException(name), "ComputerNameInvalid", ErrorCategory.InvalidArgument, name,
        new($"「{Printable.Of(name)}」はコンピューターの名前でもアドレスでもありません。",
            $"'{Printable.Of(name)}' is neither the name of a computer nor an address."),
        null);

    public static ErrorRecord ParameterNeeded(string name, string needed) => Make(
        new ArgumentException(name), "ParameterMissing", ErrorCategory.InvalidArgument, name,
        new($"-{name} には -{needed} が必要です。", $"-{name} needs -{needed}."), null);

    public static ErrorRecord ParametersApart(string one, string other) => Make(
        new ArgumentException(one), "ParametersExclusive", ErrorCategory.InvalidArgument, one,
        new($"-{one} と -{other} は併用できません。", $"-{one} does not go with -{other}."), null);

    public static ErrorRecord ClientCertificateUnusable(ClientCertificateException e) => Make(
        e, "ClientCertificateUnusable", ErrorCategory.SecurityError, null, e.Text,
        new("秘密鍵を含むPFXかPEMのファイルと、その -CertificatePassword を確かめてください。",
            "Check the file, PFX or PEM with the key, and its -CertificatePassword."));

    public static ErrorRecord NotADomainName(string name) => Make(
        new ArgumentException(name), "DomainNameInvalid", ErrorCategory.InvalidArgument, name,
        new($"「{Printable.Of(name)}」はドメインのDNS名ではありません。", $"'{Printable.Of(name)}' is not the DNS name of a domain."),
        new("例 hospital.local", "Such as hospital.local"));

    public static ErrorRecord ServerOfOneDomain() => Make(
        new ArgumentException("-Server"), "ServerOfOneDomain", ErrorCategory.InvalidArgument, null,
        new("-Server は、-Domain を一つだけ指定したときに使えます。", "-Server goes with exactly one -Domain."), null);

    public static ErrorRecord NoInventory() => Make(
        new ArgumentException("-Domain"), "NoTargets", ErrorCategory.InvalidArgument, null,
        new("ドメインも台帳も指定されていません。", "Neither a domain nor a ledger is named."),
        new("-Domain、-Ledger、または両方を指定してください。", "Give -Domain, -Ledger or both."));

    /// <summary>A domain that was to be read and was not.</summary>
    public static ErrorRecord DomainNotRead(string domain, CimFault fault)
    {
        string reason = DirectoryReasons.Of(fault.Kind);
        Text word = Reasons.Word(reason);
        string detail = " (" + Printable.Of(fault.Message) + ")";
        return Make(fault, reason, OfKind(fault.Kind).Category, domain,
            new(domain + ": " + word.Ja + "。" + detail, domain + ": " + word.En + "." + detail), Reasons.Advice(reason));
    }

    public static ErrorRecord LedgerNotWritable(string path, Exception e) => Make(
        e, "LedgerNotWritable", ErrorCategory.WriteError, path,
        new($"台帳の案を書き込めません: {e.Message}", $"The proposed ledger cannot be written: {e.Message}"), null);

    public static ErrorRecord UnknownItem(string item, IEnumerable<string> known) => Make(
        new ArgumentException(item), "ItemUnknown", ErrorCategory.InvalidArgument, item,
        new($"チェックリストに項目「{item}」はありません。", $"The checklist has no item '{item}'."),
        new("使えるもの: " + string.Join(", ", known), "Known: " + string.Join(", ", known)));

    public static ErrorRecord UnknownRole(string role, IEnumerable<string> known) => Make(
        new ArgumentException(role), "RoleUnknown", ErrorCategory.InvalidArgument, role,
        new($"ベースラインに区分「{role}」はありません。", $"The baseline has no role '{role}'."),
        new("使えるもの: " + string.Join(", ", known), "Known: " + string.Join(", ", known)));

    public static ErrorRecord ReportNotWritable(ReportNotWrittenException e) => Make(
        e, "ReportNotWritable", ErrorCategory.WriteError, e.Path, e.Text,
        new("フォルダーの有無と書き込みの権限を確かめるか、別のパスを指定してください。",
            "Check that the folder exists and that you may write there, or give another path."));

    public static ErrorRecord ReportExists(string path) => Make(
        new IOException(path), "ReportExists", ErrorCategory.ResourceExists, path,
        new($"報告書「{path}」は既にあります。", $"The report '{path}' exists already."),
        new("上書きするには -Force を付けるか、別のパスを指定してください。", "Add -Force to overwrite it, or give another path."));

    public static ErrorRecord ReportFormatUnknown(string path) => Make(
        new ArgumentException(path), "ReportFormatUnknown", ErrorCategory.InvalidArgument, path,
        new($"報告書「{path}」の拡張子に対応する形式はありません。", $"The ending of the report '{path}' names no format."),
        new("使える拡張子: " + Endings(), "Known endings: " + Endings()));

    public static ErrorRecord SeveralRuns() => Make(
        new ArgumentException(nameof(SeveralRuns)), "SeveralRuns", ErrorCategory.InvalidArgument, null,
        new("複数回の測定の結果が混ざっています。", "The rows come from more than one run."),
        new("報告書は測定1回ごとに書き出してください。", "Write one report for each run."));

    public static ErrorRecord NothingToReport() => Make(
        new ArgumentException(nameof(NothingToReport)), "NothingToReport", ErrorCategory.InvalidArgument, null,
        new("報告書にする行がありません。", "There are no rows to report."),
        new("Get-MedChecklistStatus の出力（-PerComputer なし）を渡してください。",
            "Give it the output of Get-MedChecklistStatus without -PerComputer."));

    private static (string Id, ErrorCategory Category) OfKind(CimFaultKind kind) => kind switch
    {
        CimFaultKind.NameNotResolved or CimFaultKind.ConnectionRefused or CimFaultKind.ConnectTimedOut
            or CimFaultKind.ConnectionFailed => ("HostUnreachable", ErrorCategory.ConnectionError),
        CimFaultKind.CertificateRejected or CimFaultKind.CertificateUntrusted or CimFaultKind.CertificateExpired
            or CimFaultKind.CertificateNameMismatch => (kind.ToString(), ErrorCategory.SecurityError),
        CimFaultKind.NoTicket or CimFaultKind.NoServiceTicket => (kind.ToString(), ErrorCategory.AuthenticationError),
        CimFaultKind.CredentialWithdrawn => ("CredentialWithdrawn", ErrorCategory.AuthenticationError),
        CimFaultKind.AuthenticationFailed => ("AuthenticationFailed", ErrorCategory.AuthenticationError),
        CimFaultKind.AccessDenied => ("AccessDenied", ErrorCategory.PermissionDenied),
        CimFaultKind.OperationTimedOut => ("HostTimedOut", ErrorCategory.OperationTimeout),
        CimFaultKind.Busy => ("HostBusy", ErrorCategory.ResourceBusy),
        CimFaultKind.NotSupported => ("NotSupported", ErrorCategory.NotImplemented),
        _ => ("ProtocolFault", ErrorCategory.ProtocolError),
    };

    private static Hashtable Place(Fault fault) => fault is { Line: > 0, LineText: not null }
        ? new Hashtable { ["File"] = fault.File, ["Line"] = fault.Line, ["LineText"] = fault.LineText }
        : new Hashtable { ["Path"] = fault.File };

    private static string Endings() => string.Join(" ", ReportFormats.All.Select(f => f.Extension));

    private static ErrorRecord Make(
        Exception exception, string id, ErrorCategory category, object? target, Text message, Text? action) =>
        new(exception, id, category, target)
        {
            ErrorDetails = new ErrorDetails(message.ToString()) { RecommendedAction = action?.ToString() ?? "" },
        };
}
