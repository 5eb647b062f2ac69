using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;

namespace MedHardening.Cim.Mi;

/// <summary>
/// Reaches hosts by the CIM client of Windows, over WS-Management or DCOM. Needs Windows. Not yet verified on Windows: run
/// tests/windows/Smoke.ps1.
/// </summary>
public sealed class MiTransport : ICimTransport
{
    private const int EndpointMapper = 135;
    private const int Http = 5985;
    private const int Https = 5986;

    private readonly bool _isDcom;

    /// <param name="transport"><see cref="CimTransport.Mi"/> or <see cref="CimTransport.Dcom"/>.</param>
    public MiTransport(CimTransport transport)
    {
        if (transport == CimTransport.Wsman)
            throw new ArgumentOutOfRangeException(nameof(transport));
        _isDcom = transport == CimTransport.Dcom;
    }

    /// <inheritdoc/>
    public async Task<ICimSession> OpenAsync(CimTarget target, CancellationToken cancel)
    {
        bool isHere = target.Address == CimTarget.ThisComputer;
        using CimSessionOptions options = SessionOptions.Of(target, isHere || _isDcom);
        if (!isHere)
            await KnockAsync(target, cancel).ConfigureAwait(false);
        try
        {
            CimSession session = CimSession.Create(isHere ? null : target.Address, options);
            return new MiSession(target, session, SessionOptions.Authentication(target, isHere, _isDcom), isOwn: true);
        }
        catch (CimException e)
        {
            throw MiFaults.From(e, target, hasAnswered: false);
        }
    }

    /// <summary>
    /// MI connects at the first question, and then tells a wrong name, a refusal and a silence by one code. So whether there is anything to
    /// connect to is tried first, without a credential.
    /// </summary>
    private async Task KnockAsync(CimTarget target, CancellationToken cancel)
    {
        int port = _isDcom ? EndpointMapper : target.Port ?? (target.UseSsl ? Https : Http);
        bool isInTheClear = target.Authentication == CimAuthentication.Basic && (!target.UseSsl || target.SkipCertificateCheck);
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(target.ConnectTimeout);
        try
        {
            (await Dialer.ConnectAsync(target, port, isInTheClear, limit.Token).ConfigureAwait(false)).Dispose();
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new CimFault(CimFaultKind.ConnectTimedOut, target.Address + " port " + port) { Host = target.Name };
        }
    }
}
