using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Sockets;
using System.Threading.Tasks;

namespace MedHardening.Simulator;

/// <summary>Addresses at which nothing good happens: what a fleet has besides hosts that answer.</summary>
public sealed class DeadEnd : IAsyncDisposable
{
    private const int MaxFillers = 64;
    private static readonly TimeSpan s_handshake = TimeSpan.FromMilliseconds(200);
    private static readonly IPAddress s_address = IPAddress.Parse("127.255.255.1");

    // Bound but never listening: the port stays ours, and whoever connects is refused.
    private static readonly Lazy<Socket> s_refusing = new(() => Bound(Address()));

    private readonly List<Socket> _sockets;

    private DeadEnd(List<Socket> sockets)
    {
        _sockets = sockets;
        EndPoint = (IPEndPoint)sockets[0].LocalEndPoint!;
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>Connections are refused at once, for as long as the process lives.</summary>
    public static IPEndPoint Refused() => (IPEndPoint)s_refusing.Value.LocalEndPoint!;

    /// <summary>
    /// Connections are never established, as at an address behind a firewall that drops packets: the queue of the listener is full.
    /// Where the system answers even then, they are established and nothing is ever said on them.
    /// </summary>
    public static DeadEnd Blackhole()
    {
        List<Socket> sockets = [Bound(Address())];
        sockets[0].Listen(0);
        for (int i = 0; i < MaxFillers; i++)
        {
            Socket filler = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            sockets.Add(filler);
            try
            {
                filler.Connect(sockets[0].LocalEndPoint!);
            }
            catch (SocketException e) when (e.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
                if (!filler.Poll(s_handshake, SelectMode.SelectWrite))
                    break;
            }
        }
        return new DeadEnd(sockets);
    }

    /// <summary>Connections are established, and nothing is ever said on them.</summary>
    public static DeadEnd Silent()
    {
        List<Socket> sockets = [Bound(Address())];
        sockets[0].Listen(512);
        return new DeadEnd(sockets);
    }

    public ValueTask DisposeAsync()
    {
        foreach (Socket socket in _sockets)
            socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Socket Bound(IPAddress address)
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(address, 0));
        return socket;
    }

    // macOS has 127.0.0.1 only.
    private static IPAddress Address() => OperatingSystem.IsMacOS() ? IPAddress.Loopback : s_address;
}
