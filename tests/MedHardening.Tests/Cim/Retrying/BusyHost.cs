using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Retrying;
using MedHardening.Tests.TestDoubles;

namespace MedHardening.Tests.Cim.Retrying;

/// <summary>Refuses so often before it answers, and notes how long it was given time in between.</summary>
internal sealed class BusyHost(int refusals, CimFaultKind kind = CimFaultKind.Busy) : ICimSession, ICimTransport
{
    private int _refusals = refusals;

    public CimTarget Target { get; init; } = new("PC1");

    public int Asked { get; private set; }

    public List<double> Waited { get; } = [];

    /// <summary>Refuses on connecting too.</summary>
    public bool IsBusyAtTheDoor { get; init; }

    public Task<ICimSession> SessionAsync(double jitter = 1) =>
        new RetryingTransport(this, new Patience
        {
            Jitter = () => jitter,
            Wait = (wait, token) =>
            {
                token.ThrowIfCancellationRequested();
                Waited.Add(wait.TotalSeconds);
                return Task.CompletedTask;
            },
        }).OpenAsync(Target, CancellationToken.None);

    public Task<ICimSession> OpenAsync(CimTarget target, CancellationToken cancel)
    {
        if (IsBusyAtTheDoor)
            Answer();
        return Task.FromResult<ICimSession>(this);
    }

    public Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel)
    {
        Answer();
        return Task.FromResult<IReadOnlyList<CimObject>>([FakeHost.Row("Win32_Service", ("Name", "RpcSs"))]);
    }

    public Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel)
    {
        Answer();
        return Task.FromResult(FakeHost.Row("", ("ReturnValue", 0L)));
    }

    public void Dispose()
    {
    }

    private void Answer()
    {
        Asked++;
        if (_refusals-- > 0)
            throw new CimFault(kind, "made up");
    }
}
