using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim.Retrying;

/// <summary>Asks hosts again that say they are busy, on connecting and in every session.</summary>
internal sealed class RetryingTransport(ICimTransport inner, Patience patience) : ICimTransport
{
    public async Task<ICimSession> OpenAsync(CimTarget target, CancellationToken cancel)
    {
        BackOff backOff = new(patience, target.OperationTimeout);
        ICimSession session = await backOff.AskAsync(() => inner.OpenAsync(target, cancel), cancel).ConfigureAwait(false);
        return new RetryingSession(session, backOff);
    }
}
