using System;
using System.Management.Automation;
using MedHardening.Cim;

namespace MedHardening.PowerShell;

/// <remarks>Of the ways to computers, and what does not go with them.</remarks>
internal static partial class ErrorRecords
{
    public static ErrorRecord TransportUnavailable(CimTransport transport) => Make(
        new PlatformNotSupportedException(transport.ToString()), "TransportUnavailable", ErrorCategory.NotImplemented, transport,
        transport == CimTransport.Wsman
            ? new("-Transport Wsman は Windows PowerShell 5.1 では使えません。", "-Transport Wsman does not work in Windows PowerShell 5.1.")
            : new($"-Transport {transport} は Windows 上でだけ使えます。", $"-Transport {transport} works on Windows only."),
        transport == CimTransport.Wsman
            ? new("-Transport を省く（MI を使う）か、PowerShell 7.4 以降で実行してください。", "Leave -Transport out, which uses MI, or run it in PowerShell 7.4 or later.")
            : new("-Transport を省くか、-Transport Wsman を指定してください。", "Leave -Transport out, or give -Transport Wsman."));

    public static ErrorRecord ProbeUnavailable() => Make(
        new PlatformNotSupportedException("Test-MedConnection"), "TransportUnavailable", ErrorCategory.NotImplemented, null,
        new("Test-MedConnection は Windows PowerShell 5.1 では使えません。", "Test-MedConnection does not work in Windows PowerShell 5.1."),
        new("PowerShell 7.4 以降で実行してください。", "Run it in PowerShell 7.4 or later."));

    public static ErrorRecord ProbeIsWsMan(string parameter) => Make(
        new ArgumentException("-" + parameter), "ParameterNotForProbe", ErrorCategory.InvalidArgument, parameter,
        new($"Test-MedConnection は WS-Management の接続だけを調べます。-{parameter} は使えません。",
            $"Test-MedConnection looks at connections by WS-Management alone; -{parameter} does not go with it."),
        new($"-{parameter} を省き、機器を -ComputerName か -Ledger で指定してください。", $"Leave -{parameter} out, and name computers by -ComputerName or -Ledger."));

    public static ErrorRecord NotWithTransport(string parameter, CimTransport transport) => Make(
        new ArgumentException("-" + parameter), "ParameterNotForTransport", ErrorCategory.InvalidArgument, parameter,
        new($"-{parameter} は -Transport {transport} では使えません。", $"-{parameter} does not go with -Transport {transport}."),
        transport == CimTransport.Mi
            ? new($"-Transport Wsman を指定する（PowerShell 7.4 以降）か、-{parameter} を省いてください。MI が使う証明書は Windows の証明書ストアのものだけです。",
                $"Give -Transport Wsman (PowerShell 7.4 or later), or leave -{parameter} out. The certificates that MI uses are those of Windows' own stores.")
            : new($"-{parameter} を省いてください。", $"Leave -{parameter} out."));

    public static ErrorRecord SessionIsConnected(string parameter) => Make(
        new ArgumentException("-" + parameter), "ParameterNotForSession", ErrorCategory.InvalidArgument, parameter,
        new($"-{parameter} は -CimSession とともに指定できません。セッションは既に接続先とアカウントを持っています。",
            $"-{parameter} does not go with -CimSession: a session has its connection and account already."),
        new($"-{parameter} は New-CimSession に指定してください。", $"Give -{parameter} to New-CimSession."));

    public static ErrorRecord ThisComputerIsConnected(string parameter) => Make(
        new ArgumentException("-" + parameter), "ParameterNotForThisComputer", ErrorCategory.InvalidArgument, parameter,
        new($"-{parameter} は、この計算機そのものの測定では使えません。今のアカウントで、ネットワークを通さずに読みます。",
            $"-{parameter} does not go with measuring this computer itself, which is read as the present user and without a network."),
        new("別のアカウントで測るには、そのアカウントで PowerShell を開いてください。ほかの機器なら -ComputerName を指定してください。",
            "To measure as another account, start PowerShell as that account. For another computer give -ComputerName."));
}
