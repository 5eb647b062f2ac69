using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace MedHardening.Benchmarks;

/// <summary>
/// A relay that writes down what goes through it: the bodies of requests and replies, in turn, for one connection. The
/// client of the replay then sends the same bodies and gets the same bodies back.
/// </summary>
internal sealed class TrafficRecorder : IDisposable
{
    private static readonly byte[] s_endOfHead = "\r\n\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IPEndPoint _server;

    public TrafficRecorder(IPEndPoint server)
    {
        _server = server;
        _listener.Start();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Relays one connection until the client closes it.</summary>
    public async Task<IReadOnlyList<(byte[] Request, byte[] Reply)>> RecordAsync()
    {
        using TcpClient client = await _listener.AcceptTcpClientAsync();
        using TcpClient server = new();
        await server.ConnectAsync(_server);
        List<(byte[], byte[])> exchanges = [];
        while (await RelayAsync(client.GetStream(), server.GetStream()) is { } request)
        {
            byte[] reply = await RelayAsync(server.GetStream(), client.GetStream())
                ?? throw new IOException("the server closed the connection");
            exchanges.Add((request, reply));
        }
        return exchanges;
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>One HTTP message; null at the end of the connection.</summary>
    private static async Task<byte[]?> RelayAsync(NetworkStream from, NetworkStream to)
    {
        byte[] buffer = new byte[1 << 20];
        int length = 0;
        int head = -1;
        int total = -1;
        while (total < 0 || length < total)
        {
            int read = await from.ReadAsync(buffer.AsMemory(length));
            if (read == 0)
                return length == 0 ? null : throw new IOException("cut off");
            await to.WriteAsync(buffer.AsMemory(length, read));
            length += read;
            if (head < 0 && (head = buffer.AsSpan(0, length).IndexOf(s_endOfHead)) >= 0)
                total = head + s_endOfHead.Length + ContentLength(Encoding.ASCII.GetString(buffer, 0, head));
        }
        return buffer[(head + s_endOfHead.Length)..total];
    }

    private static int ContentLength(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(line => int.Parse(line["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture))
        .FirstOrDefault();
}
