using System;
using System.IO;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.Cli.Connections;

/// <summary>How a computer of the ledger is reached, by what the person asked for.</summary>
internal static class Targets
{
    public static Func<LedgerComputer, CimTarget> Of(ConnectionArguments arguments, Account account)
    {
        // The class library has an NTLM of its own, which needs nothing installed, and asks for this once in a process. Tickets are for GSS-API.
        if (account.Credential is not null && !OperatingSystem.IsWindows())
            AppContext.SetSwitch("System.Net.Security.UseManagedNtlm", true);
        return computer => new CimTarget(computer.Name)
        {
            Address = computer.Address,
            Port = arguments.Port ?? computer.Port,
            UseSsl = arguments.UseSsl,
            Credential = account.Credential,
            ClientCertificate = account.Certificate,
            Authentication = arguments.Authentication,
            ServicePrincipalName = arguments.Spn,
            CaCertificatePath = arguments.Tls.Authority,
            SkipCertificateCheck = arguments.Tls.SkipCheck,
            AllowRemoteShell = arguments.AllowRemoteShell && computer.Handling == Handling.Writable,
            ConnectTimeout = arguments.ConnectionTimeout,
            OperationTimeout = arguments.OperationTimeout,
        };
    }

    /// <exception cref="UsageException">A file that was named is not there.</exception>
    public static void EnsureFound(TlsArguments tls)
    {
        foreach (string? file in new[] { tls.Authority, tls.File })
        {
            if (file is not null && !File.Exists(file))
                throw new UsageException(new("証明書のファイルがありません: " + file, "There is no such certificate file: " + file));
        }
    }
}
