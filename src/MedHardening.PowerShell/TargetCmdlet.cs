using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Net;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using MedHardening.Baselines;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.PowerShell;

/// <summary>The parameters that every cmdlet has which reaches computers: which ones, and how.</summary>
public abstract class TargetCmdlet : StoppableCmdlet
{
    private protected const string ByLedger = "Ledger";
    private protected const string ByName = "ComputerName";

    private readonly List<LedgerComputer> _named = new();
    private bool _isRoleTyped;

    [Parameter(Mandatory = true, ParameterSetName = ByName, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CN", "PSComputerName", "Name", "DNSHostName")]
    [ValidateNotNullOrEmpty]
    public virtual string[] ComputerName { get; set; } = [];

    /// <summary>Role of computers that no ledger tells the role of: of the official form or of the baseline.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByLedger)]
    [ArgumentCompleter(typeof(RoleCompleter))]
    [ValidateNotNullOrEmpty]
    public string Role { get; set; } = Roles.Client;

    /// <summary>Where to connect, when that is not the name; with the object that a computer comes from down the pipeline.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    public string? Address { get; set; }

    /// <summary>NotContactable travels with a computer down the pipeline: it is not asked. Writing is permitted by a ledger alone.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    public Handling Handling { get; set; } = Handling.ReadOnly;

    /// <summary>The ledger; with names, only these rows of it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Ledger { get; set; }

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

    /// <summary>What is bound by now was typed; objects of the pipeline may have a role of their own, over which the ledger's counts.</summary>
    protected override void BeginProcessing() => _isRoleTyped = MyInvocation.BoundParameters.ContainsKey(nameof(Role));

    /// <summary>Collects the names; the work begins when the last one is known.</summary>
    protected sealed override void ProcessRecord()
    {
        foreach (string name in ComputerName)
        {
            if (HostName.IsAddress(name))
                _named.Add(new LedgerComputer(name, AddressOf(name), Roles.Parse(Role), Allowed, 0));
            else
                WriteError(ErrorRecords.NotAComputerName(name));
        }
    }

    private string AddressOf(string name) => ComputerName.Length > 1 || string.IsNullOrEmpty(Address) ? name : Address!;

    // A parameter may forbid. To permit writing is for the ledger alone.
    private Handling Allowed => Handling == Handling.NotContactable ? Handling.NotContactable : Handling.ReadOnly;

    /// <summary>Ends the cmdlet when nothing says which computers are meant, or two things do.</summary>
    private protected void EnsureTargets()
    {
        if (ParameterSetName == ByLedger && Ledger is null && !HasOtherSource)
            throw this.End(ErrorRecords.NoTargets());
        if (Ledger is null && Roles.Parse(Role) == Roles.Network)
            throw this.End(ErrorRecords.RoleNotMeasured(Role));
        if (Ledger is not null && _isRoleTyped)
            throw this.End(ErrorRecords.RoleWithLedger());
    }

    /// <summary>Whether something else than a ledger or names says which computers are meant.</summary>
    private protected virtual bool HasOtherSource => false;

    /// <summary>The computers that were named, each once.</summary>
    private protected IReadOnlyList<LedgerComputer> Named =>
        _named.GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase).Select(g => g.First()).ToArray();

    /// <summary>The rows of the ledger that were named, or all; a name that is not in it is an error and left out.</summary>
    private protected IReadOnlyList<LedgerComputer> Selected(IReadOnlyList<LedgerComputer> ledger)
    {
        if (ParameterSetName == ByLedger)
            return ledger;
        Dictionary<string, LedgerComputer> rows = ledger.ToDictionary(c => c.Name, StringComparer.OrdinalIgnoreCase);
        foreach (LedgerComputer stranger in Named.Where(n => !rows.ContainsKey(n.Name)))
            WriteError(ErrorRecords.NotInLedger(stranger.Name));
        return Named.Where(n => rows.ContainsKey(n.Name)).Select(n => rows[n.Name]).ToArray();
    }

    /// <summary>How a computer is reached. Commands may be run on those that the ledger says may be written to. Made once, on the pipeline's thread; what it returns is called on any.</summary>
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
