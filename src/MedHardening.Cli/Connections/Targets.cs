using System;
using System.IO;
using System.Net;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.Cli.Connections;

/// <summary>How a computer of the ledger is reached, by what the person asked for.</summary>
internal static class Targets
{
    public static Func<LedgerComputer, CimTarget> Of(ConnectionArguments arguments, NetworkCredential? credential)
    {
        // The class library has an NTLM of its own, which needs nothing installed, and asks for this once in a process.
        if (arguments.Authentication == CimAuthentication.Ntlm)
            AppContext.SetSwitch("System.Net.Security.UseManagedNtlm", true);
        return computer => new CimTarget(computer.Name)
        {
            Address = computer.Address,
            Port = arguments.Port ?? computer.Port,
            UseSsl = arguments.UseSsl,
            Credential = credential,
            Authentication = arguments.Authentication,
            CaCertificatePath = arguments.CaCertificate,
            ConnectTimeout = arguments.ConnectionTimeout,
            OperationTimeout = arguments.OperationTimeout,
        };
    }

    /// <exception cref="UsageException">There is no such file.</exception>
    public static void EnsureFound(string? certificate)
    {
        if (certificate is not null && !File.Exists(certificate))
            throw new UsageException(new("認証局の証明書がありません: " + certificate, "There is no such certificate: " + certificate));
    }
}
