using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Simulator;
using Xunit;

namespace MedHardening.Tests.Simulator;

public class DeadEndTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(700);

    [Fact]
    public async Task Refused_refuses()
    {
        using TcpClient client = new();
        SocketException refused = await Assert.ThrowsAsync<SocketException>(() => client.ConnectAsync(DeadEnd.Refused()));

        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        Assert.True(IPAddress.IsLoopback(DeadEnd.Refused().Address));
    }

    [Fact]
    public async Task A_black_hole_lets_nobody_in()
    {
        await using DeadEnd hole = DeadEnd.Blackhole();
        using CancellationTokenSource patience = new(s_patience);
        using TcpClient client = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await client.ConnectAsync(hole.EndPoint, patience.Token);
            // Only where the system completes handshakes beyond the queue.
            Assert.False(OperatingSystem.IsLinux());
            await client.GetStream().ReadExactlyAsync(new byte[1], patience.Token);
        });
    }

    [Fact]
    public async Task A_silent_end_lets_in_and_says_nothing()
    {
        await using DeadEnd silent = DeadEnd.Silent();
        using CancellationTokenSource patience = new(s_patience);
        using TcpClient client = new();
        await client.ConnectAsync(silent.EndPoint);
        await client.GetStream().WriteAsync("POST /wsman HTTP/1.1\r\n\r\n"u8.ToArray());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await client.GetStream().ReadExactlyAsync(new byte[1], patience.Token));
    }
}
