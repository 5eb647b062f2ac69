using System.Collections.Generic;

namespace MedHardening.Reports;

public static partial class Reasons
{
    // What became of a computer, and of a question to it.
    private static Dictionary<string, Reason> OfHosts => new()
    {
        ["NameNotResolved"] = new(
            new("名前を解決できない", "The name does not resolve"),
            new("台帳の名称とアドレス、DNSの登録を確かめる", "Check name and address in the ledger, and the DNS entry")),
        ["ConnectionRefused"] = new(
            new("接続が拒否された", "Connection refused"),
            new("WinRMが無効か、ポートが違う。WinRMを有効にし、ポート5985/5986を確かめる", "WinRM is off, or the port is another: turn WinRM on, check ports 5985/5986")),
        ["ConnectTimedOut"] = new(
            new("接続に応答がない", "No answer to the connection"),
            new("電源断か、ファイアウォールによる遮断。電源、ネットワーク、受信規則を確かめる", "Off, or a firewall: check power, network, and inbound firewall rules")),
        ["ConnectionFailed"] = new(
            new("ネットワークで接続できない", "The network gave up"),
            new("経路と中継機器を確かめる", "Check routing and the devices in between")),
        ["CertificateRejected"] = new(
            new("証明書を受け入れられない", "The certificate cannot be accepted"),
            new("詳細を確かめ、証明書を発行し直すか、認証局のファイルを直す", "Read the detail; issue the certificate anew, or correct the authority's file")),
        ["CertificateUntrusted"] = new(
            new("証明書の発行元を信頼していない", "The issuer of the certificate is not trusted"),
            new("発行した認証局の証明書を --ca-certificate / -CaCertificate で指定するか、この計算機に登録する",
                "Give the authority's certificate by --ca-certificate / -CaCertificate, or trust it on this computer")),
        ["CertificateExpired"] = new(
            new("証明書の有効期間外", "The certificate has expired, or is not valid yet"),
            new("機器の証明書を発行し直す。この計算機の日付も確かめる", "Issue the computer's certificate anew; check the date of this computer too")),
        ["CertificateNameMismatch"] = new(
            new("証明書が別の名前のもの", "The certificate is of another name"),
            new("台帳の名称を証明書の名前に合わせ、接続先はアドレスの列に書く。アドレスの先が別の機器でないかも確かめる",
                "Use the certificate's name as the ledger's name, and its address column for where to connect; make sure that no other computer is there")),
        ["NotWsMan"] = new(
            new("WS-Management以外が応答した", "What answered does not speak WS-Management"),
            new("アドレスとポートを確かめる", "Check address and port")),
        ["AuthenticationFailed"] = new(
            new("アカウントが受け付けられない", "The account was not accepted"),
            new("アカウントとパスワードを確かめてから、1台で試す。正しければ、ドメインコントローラーとの通信、時計のずれ、機器名（SPN）を確かめる",
                "Check account and password, then try one computer; if they are right: the way to the domain controller, the clocks, the name (SPN)")),
        ["NoTicket"] = new(
            new("有効なKerberosチケットがない", "There is no valid Kerberos ticket"),
            new("kinit でチケットを取り直すか、アカウントを指定する", "Get a ticket with kinit, or name an account")),
        ["NoServiceTicket"] = new(
            new("ドメインが、この機器の名前（SPN）のチケットを出さない", "The domain gives no ticket for this name (SPN)"),
            new("名称をドメインでの完全な名前（FQDN）にする、--spn / -Spn を指定する、ドメインコントローラーとの通信を確かめる、のいずれか。ドメイン外の機器では NTLM と HTTPS を使う",
                "Use the full name (FQDN) that the domain knows, give --spn / -Spn, or check the way to a domain controller; outside a domain use NTLM with HTTPS")),
        ["CredentialWithdrawn"] = new(
            new("資格情報の確認を中止（ほかの機器がアカウントを受け付けなかった）", "The account was not tried: another computer has rejected it"),
            new("アカウントとパスワードを確かめてから測り直す", "Check account and password, then measure again")),
        ["AccessDenied"] = new(
            new("権限がない", "Access denied"),
            new("対象の管理者権限を持つアカウントを使う", "Use an administrator of that computer")),
        ["OperationTimedOut"] = new(
            new("応答が時間内に終わらない", "No complete answer within the time"),
            new("負荷の低い時間に測り直すか、時間を延ばす", "Measure again when idle, or allow more time")),
        ["ConnectionDropped"] = new(
            new("応答の途中で接続が切れた", "The connection ended in the middle of an answer"),
            new("測り直す", "Measure again")),
        ["ClassNotFound"] = new(
            new("この機器にその情報（クラス）がない", "The class does not exist there"),
            new("OSの版と機能の有無を確かめる", "Check version and features of the system")),
        ["NamespaceNotFound"] = new(
            new("この機器にその情報（名前空間）がない", "The namespace does not exist there"),
            new("OSの版と機能の有無を確かめる", "Check version and features of the system")),
        ["InstanceNotFound"] = new(
            new("この機器にその情報（インスタンス）がない", "The instance does not exist there"),
            new("OSの版と機能の有無を確かめる", "Check version and features of the system")),
        ["InvalidQuery"] = new(
            new("機器が問い合わせを理解しない", "The query was not understood"),
            new("OSの版を確かめる", "Check the version of the system")),
        ["Busy"] = new(
            new("機器が混雑している、または上限に達した", "Busy, or a quota is used up"),
            new("時間をおいて測り直す", "Measure again later")),
        ["HostFault"] = new(
            new("機器がエラーを返した", "The host answered with a fault"),
            new("詳細を確かめ、WMIの状態を調べる", "Read the detail; check WMI on that computer")),
        ["Protocol"] = new(
            new("応答の形式が正しくない", "The answer breaks the protocol"),
            new("中継機器と機器側のWinRMを確かめる", "Check devices in between and WinRM there")),
        ["LimitExceeded"] = new(
            new("応答が大きすぎる", "The answer is larger than allowed"),
            new("詳細を確かめる", "Read the detail")),
        ["NotRecorded"] = new(
            new("測定時に未取得", "Not asked when it was measured"),
            new("すべてを記録する指定（--collect full、-CollectAll）で測り直す", "Measure again and record everything (--collect full, -CollectAll)")),
        ["NotSupported"] = new(
            new("この接続方式では取得できない", "Not possible over this transport"),
            new("別の接続方式を使うか、機器の上で測る", "Use another transport, or measure on the computer itself")),
        ["NotContactable"] = new(
            new("接触不可（台帳の指定）", "Must not be contacted (as the ledger says)"),
            new("事業者の日付のある回答を施設記録に残す", "Record the vendor's dated answer in the facility record")),
        ["WrongComputer"] = new(
            new("別のコンピュータが応答した", "Another computer answered"),
            new("台帳のアドレスを直す", "Correct the address in the ledger")),
        ["Stopped"] = new(
            new("順番が来る前に測定が止められた", "The run was stopped before its turn"),
            new("測り直す", "Measure again")),
        ["InternalError"] = new(
            new("本ツールの不具合", "A defect of this tool"),
            new("詳細を添えて開発元に知らせる", "Report it with the detail")),
        ["NotWindows"] = new(
            new("Windowsではない", "Not Windows"),
            new("別の方法で確認し、施設記録に残す", "Confirm by other means and record it")),
    };
}
