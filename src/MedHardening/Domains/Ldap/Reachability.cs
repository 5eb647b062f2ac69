using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Domains.Ldap;

/// <summary>LDAP libraries have one word, "server down", for names that do not resolve, closed ports and silence; this finds out which.</summary>
internal static class Reachability
{
    /// <exception cref="CimFault">No connection within the time.</exception>
    public static async Task EnsureAsync(DirectoryTarget target, string server, int port, CancellationToken cancel)
    {
        using TcpClient client = new();
        Task connecting = client.ConnectAsync(server, port);
        Task first = await Task.WhenAny(connecting, Task.Delay(target.ConnectTimeout, cancel)).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        string place = server + ":" + port;
        if (first != connecting)
        {
            // The attempt ends with the client, as a fault that nobody waits for.
            _ = connecting.ContinueWith(t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
            throw new CimFault(CimFaultKind.ConnectTimedOut, place) { Host = target.Domain };
        }
        try
        {
            await connecting.ConfigureAwait(false);
        }
        catch (SocketException e)
        {
            throw new CimFault(Kind(e.SocketErrorCode), place + ": " + e.Message, e) { Host = target.Domain };
        }
    }

    private static CimFaultKind Kind(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => CimFaultKind.NameNotResolved,
        SocketError.ConnectionRefused => CimFaultKind.ConnectionRefused,
        SocketError.TimedOut => CimFaultKind.ConnectTimedOut,
        _ => CimFaultKind.ConnectionFailed,
    };
}
