using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Cim.Guarding;
using MedHardening.Fleet;
using MedHardening.Simulator;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.Guarding;

/// <summary>A typing error must not lock out the administrator of a domain.</summary>
public class GuardedTransportTests
{
    [Fact]
    public async Task A_wrong_password_is_shown_to_one_host_of_a_fleet()
    {
        IReadOnlyList<SimulatedHost> hosts = SimulatedFleet.Generate(300);
        await using WsManServer server = await WsManServer.StartAsync(hosts, new WsManServerOptions
        {
            Listen = new IPEndPoint(IPAddress.Any, 0),
            AllowBasic = true,
            AllowUnencrypted = true,
            Users = new Dictionary<string, string> { ["audit"] = "right" },
        }, CancellationToken.None);
        NetworkCredential wrong = new("audit", "wrong");
        ChecklistStatus status = await new StatusRun(Transports.WsMan()!, c => new CimTarget(c.Name)
        {
            Address = c.Address,
            Port = server.Port,
            Credential = wrong,
        }).RunAsync(
            new StatusRequest(
                MadeUp.Baseline("*"), MadeUp.Profile, null,
                hosts.Select(h => new LedgerComputer(h.Name, h.Address.ToString(), Roles.Client, Handling.ReadOnly, 0)).ToArray(), MadeUp.AsOf)
            {
                ThrottleLimit = 64,
            },
            _ => { },
            CancellationToken.None);

        Assert.Single(status.Computers, c => (c.Outcome, c.Reason) == (ComputerOutcome.Denied, "AuthenticationFailed"));
        Assert.Equal(299, status.Computers.Count(c => (c.Outcome, c.Reason) == (ComputerOutcome.Denied, "CredentialWithdrawn")));
        // One Identify a host, which shows no credential, and one attempt with it.
        Assert.Equal(301, server.Stats.Requests);
    }

    [Fact]
    public async Task Others_wait_until_one_host_has_accepted_it()
    {
        TaskCompletionSource accepted = new();
        CountingHost first = new(() => accepted.Task);
        CountingHost second = new(() => Task.CompletedTask);
        GuardedTransport transport = new(new FakeTransport((name, _) => Task.FromResult<ICimSession>(name == "PC1" ? first : second)));
        NetworkCredential credential = new("audit", "right");
        Task proving = AskAsync(transport, "PC1", credential);
        Task waiting = AskAsync(transport, "PC2", credential);
        Assert.Equal((1, 0), (first.Asked, second.Asked));
        accepted.SetResult();
        await Task.WhenAll(proving, waiting);
        Assert.Equal(1, second.Asked);
    }

    [Fact]
    public async Task A_silent_host_holds_nobody_up_and_never_have_more_than_two_seen_an_unproven_credential()
    {
        TaskCompletionSource[] answers = [.. Enumerable.Range(0, 300).Select(_ => new TaskCompletionSource())];
        SilentHosts hosts = new(answers);
        GuardedTransport transport = new(hosts.Transport, TimeSpan.FromMilliseconds(1));
        NetworkCredential credential = new("audit", "right");
        Task[] asking = [.. answers.Select((_, i) => AskAsync(transport, "PC" + i, credential))];

        Assert.True(await Eventually.Async(() => hosts.Asked.Count == 2));
        int[] silent = [.. hosts.Asked];
        Assert.All(asking, t => Assert.False(t.IsCompleted));
        // The second of the two says nothing more than that it gave up: a third may be asked, the first is silent still.
        answers[silent[1]].SetException(new CimFault(CimFaultKind.OperationTimedOut, "made up"));
        Assert.True(await Eventually.Async(() => hosts.Asked.Count == 3));
        Assert.Equal(2, hosts.Asked.Count(i => !answers[i].Task.IsCompleted));
        // The third accepts it: all others go, while the first is silent still.
        answers[hosts.Asked.Last()].SetResult();
        Assert.True(await Eventually.Async(() => hosts.Asked.Count == 300));
        Array.ForEach(answers, a => a.TrySetResult());
        await Assert.ThrowsAsync<CimFault>(() => Task.WhenAll(asking));
        Assert.Equal(299, asking.Count(t => t.IsCompletedSuccessfully));
    }

    [Fact]
    public async Task A_wrong_password_is_shown_to_two_hosts_at_most_when_the_first_is_silent()
    {
        TaskCompletionSource[] answers = [.. Enumerable.Range(0, 300).Select(_ => new TaskCompletionSource())];
        SilentHosts hosts = new(answers);
        GuardedTransport transport = new(hosts.Transport, TimeSpan.FromMilliseconds(1));
        NetworkCredential credential = new("audit", "wrong");
        Task[] asking = [.. answers.Select((_, i) => AskAsync(transport, "PC" + i, credential))];

        Assert.True(await Eventually.Async(() => hosts.Asked.Count == 2));
        foreach (int i in hosts.Asked)
            answers[i].SetException(new CimFault(CimFaultKind.AuthenticationFailed, "made up"));
        await Assert.ThrowsAsync<CimFault>(() => Task.WhenAll(asking));

        Assert.Equal(2, hosts.Asked.Count);
        Assert.Equal(298, asking.Count(t => t.Exception?.InnerException is CimFault { Kind: CimFaultKind.CredentialWithdrawn }));
    }

    [Theory]
    [InlineData(CimFaultKind.OperationTimedOut, 2)] // says nothing of the credential: the next host must prove it
    [InlineData(CimFaultKind.AccessDenied, 2)] // let in, and not allowed this
    [InlineData(CimFaultKind.AuthenticationFailed, 1)]
    public async Task What_a_host_says_decides_whether_the_next_one_sees_the_credential(CimFaultKind kind, int asked)
    {
        int hosts = 0;
        GuardedTransport transport = new(new FakeTransport((_, _) => Task.FromResult<ICimSession>(new CountingHost(() =>
        {
            hosts++;
            throw new CimFault(kind, "made up");
        }))));
        NetworkCredential credential = new("audit", "secret");
        await Assert.ThrowsAsync<CimFault>(() => AskAsync(transport, "PC1", credential));
        await Assert.ThrowsAsync<CimFault>(() => AskAsync(transport, "PC2", credential));
        Assert.Equal(asked, hosts);
    }

    [Fact]
    public async Task A_rejection_in_the_middle_of_a_run_ends_the_use_of_the_credential()
    {
        GuardedTransport transport = new(new FakeTransport((name, _) => Task.FromResult<ICimSession>(new CountingHost(() =>
            name == "PC2" ? throw new CimFault(CimFaultKind.AuthenticationFailed, "made up") : Task.CompletedTask))));
        NetworkCredential credential = new("audit", "secret");
        await AskAsync(transport, "PC1", credential);
        await Assert.ThrowsAsync<CimFault>(() => AskAsync(transport, "PC2", credential));
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => AskAsync(transport, "PC3", credential));
        Assert.Equal((CimFaultKind.CredentialWithdrawn, "PC3"), (fault.Kind, fault.Host));
        await AskAsync(transport, "PC4", new NetworkCredential("another", "secret"));
    }

    private static async Task AskAsync(GuardedTransport transport, string name, NetworkCredential credential)
    {
        using ICimSession session = await transport.OpenAsync(new CimTarget(name) { Credential = credential }, CancellationToken.None);
        await session.QueryAsync(CimQuery.Class("root/cimv2", "Win32_ComputerSystem"), CancellationToken.None);
    }

    /// <summary>Hosts PC0, PC1, … that answer when they are told to.</summary>
    private sealed class SilentHosts(TaskCompletionSource[] answers)
    {
        public ConcurrentQueue<int> Asked { get; } = new();

        public FakeTransport Transport => new((name, _) => Task.FromResult<ICimSession>(new CountingHost(() =>
        {
            int number = int.Parse(name.AsSpan(2), CultureInfo.InvariantCulture);
            Asked.Enqueue(number);
            return answers[number].Task;
        })));
    }

    private sealed class CountingHost(Func<Task> answer) : ICimSession
    {
        public CimTarget Target { get; } = new("PC3");

        public int Asked { get; private set; }

        public async Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel)
        {
            Asked++;
            await answer();
            return [];
        }

        public Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
