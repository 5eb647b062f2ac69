namespace MedHardening.Reports.Probing;

/// <summary>
/// What an account lacks that was accepted and may not ask. On the token of local accounts:
/// https://learn.microsoft.com/troubleshoot/windows-server/windows-security/user-account-control-and-remote-restriction
/// </summary>
internal static class AccountRights
{
    private static readonly Text s_local = new(
        "ローカルのアカウント（RID 500 以外）は、管理者でも遠隔では権限が絞られる。レジストリ値 LocalAccountTokenFilterPolicy=1 で解けるが、盗まれたハッシュ一つで同じパスワードの全機器を操作されるため勧めない。ドメインのアカウントか、機器の上での記録（プルモード）を使う。",
        "A local account (other than RID 500) has no administrator's rights from afar, even as administrator. The registry value LocalAccountTokenFilterPolicy=1 lifts that, but then one stolen hash opens every computer with that password: better a domain account, or recording on the computer itself (pull mode).");

    public static Text Reading { get; } = With(new(
        "監査用のドメイン アカウントを、対象の Administrators グループに入れる（GPO: コンピューターの構成 > 基本設定 > コントロール パネルの設定 > ローカル ユーザーとグループ）。",
        "Put the audit account of the domain into the computer's Administrators group (Group Policy: Computer Configuration > Preferences > Control Panel Settings > Local Users and Groups)."));

    public static Text Invoking { get; } = With(new(
        "レジストリを読むには WinRM の「実行」の権限と、wmimgmt.msc で root\\default の「メソッドの実行」「リモートの有効化」が要る。どちらも Administrators にはある（確認: winrm configSDDL default）。",
        "Reading the registry needs Execute on WinRM (winrm configSDDL default), and Execute Methods and Remote Enable on root\\default (wmimgmt.msc). Administrators have both."));

    private static Text With(Text text) => new(text.Ja + s_local.Ja, text.En + " " + s_local.En);
}
