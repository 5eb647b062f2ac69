using System;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>Resolves and connects. The address may differ from the name that is the host's identity.</summary>
internal static class Dialer
{
    /// <param name="loopbackOnly">Refuses any other address before a packet is sent.</param>
    /// <exception cref="CimFault">The name does not resolve, or nothing accepts the connection.</exception>
    public static async Task<Socket> ConnectAsync(CimTarget target, int port, bool loopbackOnly, CancellationToken cancel)
    {
        IPAddress[] addresses = await ResolveAsync(target, cancel).ConfigureAwait(false);
        if (loopbackOnly && !addresses.All(IPAddress.IsLoopback))
            throw Fault(CimFaultKind.NotSupported, "a password is sent to this machine, or over HTTPS to a host whose certificate was checked, and nowhere else", null);

        // An address that swallows packets must leave time for the others.
        TimeSpan share = TimeSpan.FromTicks(target.ConnectTimeout.Ticks / addresses.Length);
        for (int i = 0; ; i++)
        {
            Socket socket = new(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            using CancellationTokenSource attempt = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            if (i < addresses.Length - 1)
                attempt.CancelAfter(share);
            try
            {
                await socket.ConnectAsync(addresses[i], port, attempt.Token).ConfigureAwait(false);
                return socket;
            }
            catch (Exception e) when (e is SocketException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
            {
                socket.Dispose();
                if (i == addresses.Length - 1)
                    throw Fault(Kind((e as SocketException)?.SocketErrorCode), addresses[i] + " port " + port + ": " + e.Message, e);
            }
            catch (OperationCanceledException)
            {
                socket.Dispose();
                throw;
            }
        }

        CimFault Fault(CimFaultKind kind, string detail, Exception? inner) => new(kind, detail, inner) { Host = target.Name };
    }

    /// <exception cref="CimFault"><see cref="CimFaultKind.NameNotResolved"/>.</exception>
    public static async Task<IPAddress[]> ResolveAsync(CimTarget target, CancellationToken cancel)
    {
        if (IPAddress.TryParse(target.Address, out IPAddress? literal))
            return [literal];
        try
        {
            IPAddress[] found = await Dns.GetHostAddressesAsync(target.Address, cancel).ConfigureAwait(false);
            if (found.Length > 0)
                return [.. found.OrderBy(a => a.AddressFamily == AddressFamily.InterNetworkV6)];
            throw new SocketException((int)SocketError.HostNotFound);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw new CimFault(CimFaultKind.NameNotResolved, target.Address + ": " + e.Message, e) { Host = target.Name };
        }
    }

    private static CimFaultKind Kind(SocketError? error) => error switch
    {
        SocketError.ConnectionRefused => CimFaultKind.ConnectionRefused,
        SocketError.TimedOut => CimFaultKind.ConnectTimedOut,
        _ => CimFaultKind.ConnectionFailed,
    };
}
