using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Reads the accounts of a host itself. <c>Win32_UserAccount</c> without the condition lists the whole domain:
/// https://learn.microsoft.com/windows/win32/cimwin32prov/win32-useraccount
/// </summary>
public static class LocalAccounts
{
    /// <summary>
    /// The accounts that the host keeps, whatever Windows calls them; none on a domain controller, whose accounts are those of the
    /// domain.
    /// </summary>
    /// <exception cref="CimFault">The list could not be read, or is evidently not whole.</exception>
    public static async Task<IReadOnlyList<LocalAccount>> ReadLocalAccountsAsync(this ICimSession session, CancellationToken cancel)
    {
        if (await session.ReadProductTypeAsync(cancel).ConfigureAwait(false) == ProductType.DomainController)
            return [];
        IReadOnlyList<CimObject> rows = await session
            .QueryAsync(CimQuery.FromWql("root/cimv2", "SELECT * FROM Win32_UserAccount WHERE LocalAccount = TRUE"), cancel).ConfigureAwait(false);
        LocalAccount[] accounts = rows.Where(r => r.Boolean("LocalAccount") != false).Select(r => Of(session, r)).ToArray();
        // Every Windows has its built-in administrator, whether or not it is renamed or disabled.
        return accounts.Any(a => a.RelativeId == LocalAccount.Administrator)
            ? accounts
            : throw new CimFault(CimFaultKind.AccessDenied, "Win32_UserAccount: RID 500 missing") { Host = session.Target.Name };
    }

    private static LocalAccount Of(ICimSession session, CimObject row) => new(
        row.String("Name") ?? "",
        row.String("SID") ?? throw Incomplete(session, "SID"),
        !(row.Boolean("Disabled") ?? throw Incomplete(session, "Disabled")),
        row.Boolean("PasswordRequired") ?? throw Incomplete(session, "PasswordRequired"),
        row.Boolean("PasswordExpires") ?? throw Incomplete(session, "PasswordExpires"));

    private static CimFault Incomplete(ICimSession session, string property) =>
        new(CimFaultKind.AccessDenied, "Win32_UserAccount." + property + " missing") { Host = session.Target.Name };
}

/// <summary>An account that a host keeps itself.</summary>
public sealed record LocalAccount(string Name, string Sid, bool IsEnabled, bool PasswordRequired, bool PasswordExpires)
{
    internal const string Administrator = "500";
    internal const string Guest = "501";

    /// <summary>The last number of the SID, which tells built-in accounts in every language.</summary>
    public string RelativeId => Sid.Substring(Sid.LastIndexOf('-') + 1);

    /// <summary>Whether a pattern names it, by its name or its SID.</summary>
    internal bool IsNamedBy(Wildcards patterns) => patterns.Match(Name) || patterns.Match(Sid);
}
