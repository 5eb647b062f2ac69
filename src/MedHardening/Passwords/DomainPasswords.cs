using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Domains;

namespace MedHardening.Passwords;

/// <summary>All that decides the passwords of one domain: its policy, its Password Settings Objects, its enabled accounts.</summary>
/// <param name="Domain">The domain's own policy.</param>
/// <param name="FineGrainedReadable">
/// Whether the account that asked sees PSOs. By default only Domain Admins do (MS-ADSC, class msDS-PasswordSettings, defaultSecurityDescriptor), and
/// to others a domain with PSOs looks like one without.
/// </param>
/// <param name="Classes">The enabled accounts by the policy that holds for them.</param>
public sealed record DomainPasswords(PasswordPolicy Domain, bool FineGrainedReadable, IReadOnlyList<AccountClass> Classes)
{
    // Password Settings Objects are understood from this functional level on (MS-ADTS §6.1.4.4: Windows Server 2008).
    private const long FineGrainedLevel = 3;

    /// <param name="asOf">The time of measurement.</param>
    /// <exception cref="CimFault">The directory refused, or its domain object cannot be read.</exception>
    public static async Task<DomainPasswords> ReadAsync(IDirectory directory, DateTime asOf, CancellationToken cancel)
    {
        IReadOnlyList<DirectoryEntry> heads = await directory.SearchAsync(
            new(null, "(objectClass=domainDNS)", [.. DomainPolicy.Attributes, "msDS-Behavior-Version"]), cancel).ConfigureAwait(false);
        IReadOnlyList<DirectoryEntry> settings = await directory.SearchAsync(
            new(null, "(objectClass=msDS-PasswordSettings)", DomainPolicy.FineGrainedAttributes), cancel).ConfigureAwait(false);
        IReadOnlyList<DirectoryEntry> containers = await directory.SearchAsync(
            new(null, "(objectClass=msDS-PasswordSettingsContainer)", ["allowedChildClassesEffective"]), cancel).ConfigureAwait(false);
        IReadOnlyList<DirectoryEntry> groups = await directory.SearchAsync(
            new(null, GroupMembership.Filter, GroupMembership.Attributes), cancel).ConfigureAwait(false);
        IReadOnlyList<DirectoryEntry> accounts = await directory.SearchAsync(
            new(null, DomainAccount.Filter, DomainAccount.Attributes), cancel).ConfigureAwait(false);

        if (heads.Count == 0)
            throw new CimFault(CimFaultKind.InstanceNotFound, "domainDNS") { Host = directory.Domain };
        PasswordPolicy domain = DomainPolicy.Of(heads[0], directory.Domain);
        bool understood = !(heads[0].Number("msDS-Behavior-Version") < FineGrainedLevel);
        ResultantPolicy resultant = new(understood ? settings : [], new GroupMembership(groups), domain);
        return new DomainPasswords(
            domain,
            !understood || MayCreate(containers),
            AccountClass.Of(accounts.Select(DomainAccount.Of), domain, resultant.Of, asOf));
    }

    // Nobody is given the right to create them without that of reading them.
    private static bool MayCreate(IReadOnlyList<DirectoryEntry> containers) => containers.Any(c =>
        c["allowedChildClassesEffective"].Contains("msDS-PasswordSettings", StringComparer.OrdinalIgnoreCase));
}
