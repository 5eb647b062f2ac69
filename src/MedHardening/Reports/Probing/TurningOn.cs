using MedHardening.Fleet;

namespace MedHardening.Reports.Probing;

/// <summary>
/// How WinRM is turned on: it is by default on Windows Server 2012 and later, and is not on Windows 10 and 11.
/// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/enable-psremoting,
/// https://learn.microsoft.com/windows/win32/winrm/installation-and-configuration-for-windows-remote-management; the names of the policies by
/// WindowsRemoteManagement.admx and https://learn.microsoft.com/ja-jp/windows-server/administration/server-manager/configure-remote-management-in-server-manager
/// </summary>
internal static class TurningOn
{
    private static readonly Text s_server = new(
        "Windows Server: 管理者の PowerShell で Enable-PSRemoting -Force（または winrm quickconfig -q）を実行する。",
        "Windows Server: in an elevated PowerShell run Enable-PSRemoting -Force (or winrm quickconfig -q).");

    private static readonly Text s_client = new(
        "Windows 10/11 では WinRM は既定で無効。ドメインではGPOで有効にする: コンピューターの構成 > ポリシー > 管理用テンプレート > Windows コンポーネント > Windows リモート管理 (WinRM) > "
        + "WinRM サービス「WinRM によるリモート サーバー管理を許可する」（フィルターに管理用セグメントのアドレス）、システム サービス WinRM を自動、ファイアウォールの受信の規則「Windows リモート管理」。"
        + "1台だけなら管理者の PowerShell で Enable-PSRemoting -Force。ワークグループや有効にしない機器は、その機器の上で記録する（プルモード）。",
        "On Windows 10/11 WinRM is off by default. In a domain turn it on by Group Policy: Computer Configuration > Policies > Administrative Templates > Windows Components > "
        + "Windows Remote Management (WinRM) > WinRM Service, \"Allow remote server management through WinRM\" (filter: the addresses of the management segment), system service WinRM automatic, "
        + "inbound firewall rule \"Windows Remote Management\". One computer alone: Enable-PSRemoting -Force in an elevated PowerShell. "
        + "Record in a workgroup, or where it must stay off, on the computer itself (pull mode).");

    private static readonly Text s_https = new(
        "HTTPSのリスナーは、サーバー認証の証明書を入れてから winrm quickconfig -transport:https で作る。",
        "A listener for HTTPS: install a certificate for server authentication, then winrm quickconfig -transport:https");

    /// <summary>The port is closed: the computer is on, and nobody listens.</summary>
    public static Text Advice(ComputerProbe probe)
    {
        Text turnOn = probe.IsServer switch
        {
            true => s_server,
            false => s_client,
            null => new(s_server.Ja + " " + s_client.Ja, s_server.En + " " + s_client.En),
        };
        return probe.Report.UseSsl ? new(turnOn.Ja + " " + s_https.Ja, turnOn.En + " " + s_https.En) : turnOn;
    }

    /// <summary>Nothing comes back. The built-in rules for a public network let the local subnet in alone, or nobody.</summary>
    public static Text Silence(ComputerProbe probe)
    {
        int port = probe.Report.Port;
        string rule = probe.Report.UseSsl
            ? "New-NetFirewallRule -DisplayName 'WinRM HTTPS' -Direction Inbound -Protocol TCP -LocalPort " + port + " -Action Allow"
            : "Enable-NetFirewallRule -Name WINRM-HTTP-In-TCP";
        Text turnOn = Advice(probe);
        return new(
            $"電源と経路を確かめる。動いていれば、間のファイアウォールとその機器の受信の規則がTCP {port} を通していない: Get-NetConnectionProfile（パブリックでないこと）、{rule}。WinRM が無効のこともある。{turnOn.Ja}",
            $"Check power and route. If it is on, a firewall in between or its own inbound rules drop TCP {port}: Get-NetConnectionProfile (should not be Public), {rule}. WinRM may be off, too. {turnOn.En}");
    }
}
