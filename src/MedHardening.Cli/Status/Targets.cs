using System;
using System.Net;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.Cli.Status;

/// <summary>How a computer of the ledger is reached, by what the person asked for.</summary>
internal static class Targets
{
    public static Func<LedgerComputer, CimTarget> Of(StatusArguments arguments, NetworkCredential? credential)
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
}
