using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim.WsMan;

/// <summary>Reaches hosts over WS-Management from any system (DSP0226, MS-WSMV).</summary>
public sealed class WsManTransport : ICimTransport
{
    private readonly WsManOptions _options;
    private readonly TextCache _texts = new();

    public WsManTransport()
        : this(new WsManOptions())
    {
    }

    public WsManTransport(WsManOptions options)
    {
        _options = options;
    }

    /// <inheritdoc/>
    public async Task<ICimSession> OpenAsync(CimTarget target, CancellationToken cancel)
    {
        WsManSession session = new(target, _options, _texts);
        try
        {
            await session.IdentifyAsync(signedIn: false, cancel).ConfigureAwait(false);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
