using System.IO;
using System.Net.Security;
using System.Security.Authentication.ExtendedProtection;
using System.Threading;

namespace MedHardening.Cim.WsMan.Authentication;

/// <summary>What the authentication must know of the TCP connection that it is bound to, and may forbid.</summary>
internal sealed class Dialling
{
    private int _count;
    private volatile bool _isHeld;

    /// <summary>How many TCP connections have been opened so far.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>No new connection may be opened: what is sent means something on the present one only.</summary>
    public bool IsHeld
    {
        get => _isHeld;
        set => _isHeld = value;
    }

    /// <summary>The host's certificate as the channel binding of RFC 5929 §4 (tls-server-end-point); null without TLS.</summary>
    public ChannelBinding? Binding { get; private set; }

    /// <exception cref="ConnectionGoneException">A new connection is of no use now.</exception>
    public void Ask()
    {
        if (_isHeld)
            throw new ConnectionGoneException();
    }

    public void Opened() => Interlocked.Increment(ref _count);

    public void Secured(SslStream stream) => Binding = stream.TransportContext.GetChannelBinding(ChannelBindingKind.Endpoint);
}

/// <summary>The connection that carried the security context is closed, and nothing was sent.</summary>
internal sealed class ConnectionGoneException() : IOException("the host closed the connection");
