using System;
using MedHardening.Cim;
using MedHardening.Cim.Probing;
using MedHardening.Fleet;

namespace MedHardening.Reports.Probing;

/// <summary>What to do about a step, as exactly as what is known of the computer allows.</summary>
public static class ProbeAdvice
{
    private static readonly TimeSpan s_soon = TimeSpan.FromDays(30);

    /// <summary>What to do; null where nothing is to be done.</summary>
    /// <param name="now">For what will soon expire.</param>
    public static Text? Of(ComputerProbe probe, ProbeStep step, DateTimeOffset now) => step.Outcome switch
    {
        ProbeOutcome.Ok => Caution(probe.Report, step, now),
        ProbeOutcome.Failed => Remedy(probe, step) ?? Reasons.Advice(step.Reason!),
        ProbeOutcome.NotPossible => Reasons.Advice(step.Reason!),
        _ => step.Reason == ProbeReasons.NotContactable ? Reasons.Advice(step.Reason) : null,
    };

    private static Text? Remedy(ComputerProbe probe, ProbeStep step) => (step.Stage, step.Reason) switch
    {
        (ProbeStage.NameResolution, nameof(CimFaultKind.NameNotResolved)) => new(
            "名前の綴りとDNSの登録を確かめる（Resolve-DnsName 名前）。DNSに載せられないときは、台帳の「アドレス」にIPアドレスを書く。",
            "Check the spelling and the DNS entry (Resolve-DnsName NAME). Where DNS cannot have it, write the IP address into the ledger's アドレス."),
        (ProbeStage.Tcp, nameof(CimFaultKind.ConnectionRefused)) => TurningOn.Advice(probe),
        (ProbeStage.Tcp, nameof(CimFaultKind.ConnectTimedOut)) => TurningOn.Silence(probe),
        (ProbeStage.Tls, nameof(CimFaultKind.CertificateNameMismatch)) => OtherName(probe.Report.Certificate),
        (ProbeStage.Tls, nameof(CimFaultKind.CertificateExpired)) => new(
            "更新し、リスナーに割り当てる: winrm set winrm/config/Listener?Address=*+Transport=HTTPS @{CertificateThumbprint=\"拇印\"}",
            "Renew it and give it to the listener: winrm set winrm/config/Listener?Address=*+Transport=HTTPS @{CertificateThumbprint=\"THUMBPRINT\"}"),
        (ProbeStage.Tls, nameof(CimFaultKind.CertificateUntrusted)) => new(
            "発行元が院内の認証局であることを確かめ、その証明書を --ca-certificate（-CaCertificate）で指定するか、この計算機の信頼されたルート証明機関に登録する。",
            "Make sure that the issuer is your own authority, then give its certificate with --ca-certificate (-CaCertificate), or trust it on this computer."),
        (ProbeStage.Tls, nameof(CimFaultKind.NotWsMan) or nameof(CimFaultKind.ConnectionFailed) or nameof(CimFaultKind.ConnectTimedOut)) => new(
            $"ポート {probe.Report.Port} はTLSで話していない。HTTPSの既定は5986。HTTP（5985）なら --use-ssl（-UseSsl）を外す。",
            $"Port {probe.Report.Port} does not speak TLS. HTTPS is 5986 by default; for HTTP (5985) leave out --use-ssl (-UseSsl)."),
        (ProbeStage.Identify, nameof(CimFaultKind.ConnectTimedOut)) => new(
            "接続はできるが応答がない。その機器の管理者の PowerShell で Restart-Service WinRM を実行する。",
            "It takes the connection and says nothing. In an elevated PowerShell on it: Restart-Service WinRM"),
        (ProbeStage.Identify, nameof(CimFaultKind.NotWsMan) or nameof(CimFaultKind.ConnectionFailed)) => new(
            $"ポート {probe.Report.Port} で応答するのはWinRMではない。その機器で winrm enumerate winrm/config/listener を実行してポートを確かめる。HTTPSのポートなら --use-ssl（-UseSsl）を付ける。",
            $"What answers at port {probe.Report.Port} is not WinRM. On the computer, winrm enumerate winrm/config/listener shows the port; for a port of HTTPS add --use-ssl (-UseSsl)."),
        (ProbeStage.Clock, _) => new(
            "両方の機器で w32tm /query /status を確かめ、ずれた側で w32tm /resync を実行する（ドメイン参加機: w32tm /config /syncfromflags:domhier /update）。5分を超えるとKerberosの認証は失敗する。",
            "Compare w32tm /query /status on both, and run w32tm /resync on the one that is off (in a domain: w32tm /config /syncfromflags:domhier /update). Above 5 minutes Kerberos fails."),
        (ProbeStage.Authentication, nameof(CimFaultKind.AuthenticationFailed) or nameof(CimFaultKind.NoTicket)) => Account(probe.Report),
        (ProbeStage.ReadCim or ProbeStage.Authentication, nameof(CimFaultKind.AccessDenied)) => AccountRights.Reading,
        (ProbeStage.InvokeRegistry, nameof(CimFaultKind.AccessDenied)) => AccountRights.Invoking,
        _ => null,
    };

    private static Text Account(ConnectionReport report)
    {
        if (report.ClockOffset?.Duration() > ConnectionReport.ClockTolerance)
        {
            return new(
                "先に時計を合わせる。5分を超えるずれがあるとKerberosは正しいパスワードも拒む。",
                "Set the clock first: with more than 5 minutes between them Kerberos refuses the right password too.");
        }
        return report.IsAccountNamed
            ? new(
                "利用者名（ドメイン\\利用者名、ローカルなら 機器名\\利用者名）とパスワードを確かめ、1台で試す。Kerberosは機器をDNS名で指定する（IPアドレスは不可）。失敗を重ねるとアカウントがロックされる。",
                "Check the user name (DOMAIN\\user, or COMPUTER\\user for a local account) and the password, and try one computer. Kerberos needs the DNS name, not an IP address. Repeated failures lock the account.")
            : new(
                "アカウントが指定されていない。--username（-Credential）を付けるか、kinit でKerberosのチケットを取る（確認は klist）。",
                "No account was named. Give --username (-Credential), or get a Kerberos ticket with kinit (klist shows it).");
    }

    private static Text OtherName(ServerCertificateFacts? certificate)
    {
        string names = certificate is { Names.Count: > 0 } ? string.Join(", ", certificate.Names) : certificate?.Subject ?? "";
        return new(
            $"証明書の名前（{names}）で機器を指定し、接続先は台帳の「アドレス」に書く。または、この名前の証明書を発行してリスナーに割り当てる。",
            $"Call the computer by the name in its certificate ({names}) and write where to connect into the ledger's アドレス; or issue a certificate for this name and give it to the listener.");
    }

    private static Text? Caution(ConnectionReport report, ProbeStep step, DateTimeOffset now)
    {
        if (step.Stage == ProbeStage.Tls && report.Certificate is { } certificate && certificate.NotAfter - now < s_soon)
        {
            string day = certificate.NotAfter.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            return new($"証明書は {day} に期限が切れる。更新する。", $"The certificate expires on {day}. Renew it.");
        }
        return step.Stage == ProbeStage.Authentication && ProofOfAccount.IsFallback(report.Authentication)
            ? new(
                "KerberosではなくNTLMで認証された。ドメインでは機器をDNS名（FQDN）で指定するとKerberosになる。",
                "Authenticated by NTLM, not Kerberos. In a domain, call the computer by its DNS name (FQDN) to get Kerberos.")
            : null;
    }
}
