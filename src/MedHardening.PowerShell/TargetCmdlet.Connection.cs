using System;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.PowerShell;

/// <remarks>How the computers are reached.</remarks>
public abstract partial class TargetCmdlet
{
    /// <summary>Without it MI on Windows and the own WS-Man client elsewhere.</summary>
    [Parameter]
    public CimTransport? Transport { get; set; }

    [Parameter]
    [Credential]
    public PSCredential? Credential { get; set; }

    [Parameter]
    public CimAuthentication Authentication { get; set; }

    [Parameter]
    public SwitchParameter UseSsl { get; set; }

    /// <summary>TCP port; without it the ledger's, else 5985, or 5986 with <see cref="UseSsl"/>.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    public int? Port { get; set; }

    /// <summary>File with the certificate (PEM or DER) of the authority that issued the computers' certificates.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CaCertificate { get; set; }

    /// <summary>Takes any certificate of the computers; for tests only, and told in the reports.</summary>
    [Parameter]
    public SwitchParameter SkipCertificateCheck { get; set; }

    /// <summary>File (PFX, or PEM with the key) with the certificate that proves the account instead of <see cref="Credential"/>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CertificateFile { get; set; }

    /// <summary>Password of <see cref="CertificateFile"/>.</summary>
    [Parameter]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>The same from the certificate store (My).</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CertificateThumbprint { get; set; }

    /// <summary>Kerberos service name: a class such as HTTP, to which each name is added, or all of it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Spn { get; set; }

    /// <summary>How many computers are asked at a time.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 32;

    /// <summary>How long a connection may take.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int ConnectionTimeoutSec { get; set; } = 10;

    /// <summary>How long one answer may take.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int OperationTimeoutSec { get; set; } = 60;

    /// <summary>The way to the computers. Ends the cmdlet when there is none here, or a parameter does not go with it.</summary>
    private protected ICimTransport OpenTransport()
    {
        if (Connections.Unfit(MyInvocation.BoundParameters.Keys, Transport, IsThisComputer) is { } unfit)
            throw this.End(unfit);
        if (ParameterSetName == BySession)
            return Transports.Over(_sessions);
        CimTransport way = Transport ?? Transports.Default;
        return Transports.Of(way) ?? throw this.End(ErrorRecords.TransportUnavailable(way));
    }

    /// <summary>
    /// How a computer is reached. Commands may be run on those that the ledger says may be written to. Made once, on the pipeline's
    /// thread; what it returns is called on any.
    /// </summary>
    private protected Func<LedgerComputer, CimTarget> Targets(bool allowRemoteShell = false)
    {
        EnsureTogether();
        var credential = Credential?.GetNetworkCredential();
        X509Certificate2? certificate = Certificate();
        string? authority = CaCertificate is null ? null : this.ExistingFile(CaCertificate, "CaCertificateNotFound");
        return computer => new CimTarget(computer.Name)
        {
            Address = computer.Address,
            Port = Port ?? computer.Port,
            UseSsl = UseSsl,
            Credential = credential,
            Authentication = Authentication,
            ServicePrincipalName = Spn,
            CaCertificatePath = authority,
            SkipCertificateCheck = SkipCertificateCheck,
            ClientCertificate = certificate,
            AllowRemoteShell = allowRemoteShell && computer.Handling == Handling.Writable,
            ConnectTimeout = TimeSpan.FromSeconds(ConnectionTimeoutSec),
            OperationTimeout = TimeSpan.FromSeconds(OperationTimeoutSec),
        };
    }

    private void EnsureTogether()
    {
        bool IsGiven(string name) => MyInvocation.BoundParameters.ContainsKey(name);
        string? needsSsl = new[] { nameof(SkipCertificateCheck), nameof(CertificateFile), nameof(CertificateThumbprint) }.FirstOrDefault(IsGiven);
        if (needsSsl is not null && !UseSsl)
            throw this.End(ErrorRecords.ParameterNeeded(needsSsl, nameof(UseSsl)));
        if (IsGiven(nameof(CertificatePassword)) && CertificateFile is null)
            throw this.End(ErrorRecords.ParameterNeeded(nameof(CertificatePassword), nameof(CertificateFile)));
        string[] proofs = new[] { nameof(CertificateFile), nameof(CertificateThumbprint), nameof(Credential), nameof(Authentication) }.Where(IsGiven).ToArray();
        if (proofs.Length > 1 && proofs[0] != nameof(Credential))
            throw this.End(ErrorRecords.ParametersApart(proofs[0], proofs[1]));
        if (SkipCertificateCheck && CaCertificate is not null)
            throw this.End(ErrorRecords.ParametersApart(nameof(SkipCertificateCheck), nameof(CaCertificate)));
        // An impostor would get the password itself.
        if (SkipCertificateCheck && Authentication == CimAuthentication.Basic)
            throw this.End(ErrorRecords.ParametersApart(nameof(SkipCertificateCheck), "Authentication Basic"));
    }

    private X509Certificate2? Certificate()
    {
        try
        {
            return CertificateThumbprint is not null ? ClientCertificates.FromStore(CertificateThumbprint)
                : CertificateFile is null ? null
                : ClientCertificates.FromFile(
                    this.ExistingFile(CertificateFile, "CertificateFileNotFound"),
                    CertificatePassword is null ? null : new NetworkCredential("", CertificatePassword).Password);
        }
        catch (ClientCertificateException e)
        {
            throw this.End(ErrorRecords.ClientCertificateUnusable(e));
        }
    }
}
