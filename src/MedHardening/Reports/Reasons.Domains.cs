using System.Collections.Generic;

namespace MedHardening.Reports;

public static partial class Reasons
{
    // What could not be learned of a domain.
    private static Dictionary<string, Reason> OfDomains => new()
    {
        ["DomainNotAsked"] = new(
            new("ドメインを測定していない", "The domain was not measured"),
            new("ドメインを指定して測り直す（--domain、-Domain）", "Measure again and name the domain (--domain, -Domain)")),
        ["CheckOff"] = new(
            new("ベースラインで止められた検査", "The baseline has switched the check off"),
            new("止めた理由を見直すか、例外として記録する", "Review the reason, or record an exception")),
        ["MemberOfAnotherDomain"] = new(
            new("別のドメインのメンバーがいて、誰かを確かめられない", "A member belongs to another domain, which alone can say who it is"),
            new("そのドメインの管理者に確かめ、例外として記録する", "Ask the administrator of that domain and record an exception")),
        ["AccountNotReadable"] = new(
            new("一部のアカウントの情報を読めない", "Some accounts cannot be read"),
            new("読み取り権限のあるアカウントを使う", "Use an account that may read them")),
        ["NoWindowsComputer"] = new(
            new("ドメインに有効なWindowsのコンピューターがない", "The domain has no enabled Windows computer"),
            new("対処はいりません", "Nothing to do")),
        ["DirectoryUnreachable"] = new(
            new("ドメインコントローラーにつながらない", "No domain controller answers"),
            new("名前とポート389/636を確かめるか、--ldap-server、-Server で指定する", "Check the name and ports 389/636, or name one (--ldap-server, -Server)")),
        ["DirectoryAuthenticationFailed"] = new(
            new("ドメインがアカウントを受け付けない", "The domain did not accept the account"),
            new("アカウントを確かめる。Windows以外では kinit で切符を得るか、パスワードを渡す", "Check the account. Outside Windows get a ticket (kinit), or give a password")),
        ["DirectoryCertificateRejected"] = new(
            new("ドメインコントローラーの証明書を信頼できない", "The domain controller's certificate is not trusted"),
            new("認証局を指定する（--ldap-ca、-LdapCaCertificate）か、この機器に登録する", "Name its authority (--ldap-ca, -LdapCaCertificate), or register it on this computer")),
        ["DirectoryAccessDenied"] = new(
            new("ドメインの情報を読む権限がない", "The account may not read this of the domain"),
            new("読み取り権限のあるアカウントを使う", "Use an account that may read it")),
        ["DirectoryFault"] = new(
            new("ドメインコントローラーがエラーを返した", "The domain controller answered with a fault"),
            new("詳細を確かめる", "Read the detail")),
    };
}
