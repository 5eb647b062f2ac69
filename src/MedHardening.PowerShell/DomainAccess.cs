using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Baselines;
using MedHardening.Domains;

namespace MedHardening.PowerShell;

/// <summary>The domains that a person named, ready to be asked; a name that cannot be one ends the cmdlet.</summary>
internal static class DomainAccess
{
    /// <param name="server">A controller by name, when there is one domain.</param>
    /// <param name="authority">File of the authority of the controllers' certificates.</param>
    public static AskedDomains OpenDomains(
        this PSCmdlet cmdlet, IReadOnlyList<string> names, string? server, string? authority, PSCredential? credential, TimeSpan connect, TimeSpan operation)
    {
        if (names.FirstOrDefault(n => !HostName.IsName(n) || !n.Contains(".")) is { } wrong)
            throw cmdlet.End(ErrorRecords.NotADomainName(wrong));
        if (server is not null && !HostName.IsAddress(server))
            throw cmdlet.End(ErrorRecords.NotAComputerName(server));
        if (server is not null && names.Count != 1)
            throw cmdlet.End(ErrorRecords.ServerOfOneDomain());
        string? file = authority is null ? null : cmdlet.ExistingFile(authority, "CaCertificateNotFound");
        return new AskedDomains(names.Distinct(StringComparer.OrdinalIgnoreCase).Select(name => new DirectoryTarget(name)
        {
            Server = server,
            Credential = credential?.GetNetworkCredential(),
            CaCertificatePath = file,
            ConnectTimeout = connect,
            OperationTimeout = operation,
        }));
    }
}
