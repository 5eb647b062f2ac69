using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Recording;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.Recording;

public class RecordingSessionTests
{
    private static readonly CimQuery s_services = CimQuery.Class("root/cimv2", "Win32_Service");

    [Fact]
    public async Task A_question_is_asked_once_also_when_many_want_to_know_at_the_same_moment()
    {
        TaskCompletionSource gate = new();
        SlowHost host = new(gate.Task);
        using RecordingSession session = new(host);
        Task<IReadOnlyList<CimObject>>[] askers = Enumerable.Range(0, 50)
            .Select(_ => session.QueryAsync(CimQuery.Class("ROOT/CIMV2", "win32_service"), CancellationToken.None)).ToArray();
        gate.SetResult();
        await Task.WhenAll(askers);
        Assert.Equal(1, host.Asked);
    }

    [Fact]
    public async Task Other_parameters_are_another_question()
    {
        FakeHost host = MadeUp.GoodHost("PC1");
        using RecordingSession session = new(host);
        await session.ReadKeyAsync(RegistryHive.LocalMachine, @"SOFTWARE\A", CancellationToken.None);
        await session.ReadKeyAsync(RegistryHive.LocalMachine, @"SOFTWARE\B", CancellationToken.None);
        Assert.Equal(2, host.Asked.Count);
    }

    [Fact]
    public async Task A_fault_is_an_answer_and_is_not_asked_for_again()
    {
        FakeHost host = MadeUp.GoodHost("PC1").Failing("Win32_Service", CimFaultKind.AccessDenied);
        using RecordingSession session = new(host);
        for (int i = 0; i < 3; i++)
            Assert.Equal(CimFaultKind.AccessDenied, (await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(s_services, CancellationToken.None))).Kind);
        Assert.Single(host.Asked);
    }

    [Theory]
    [InlineData("SetDWORDValue")]
    [InlineData("DeleteKey")]
    [InlineData("CreateKey")]
    [InlineData("StopService")]
    public async Task An_audit_cannot_write(string method)
    {
        FakeHost host = MadeUp.GoodHost("PC1");
        using RecordingSession session = new(host);
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.InvokeAsync(new CimMethod("root/default", "StdRegProv", method), CancellationToken.None));
        Assert.Equal(CimFaultKind.NotSupported, fault.Kind);
        Assert.Empty(host.Asked);
    }

    [Theory]
    [InlineData("DefaultPassword", "hunter2", "[redacted]")]
    [InlineData("VncPasswd", "hunter2", "[redacted]")]
    [InlineData("Shell", "explorer.exe", "explorer.exe")]
    [InlineData("ImagePath", @"C:\x\agent.exe --password=hunter2 --port 80", @"C:\x\agent.exe --password=[redacted] --port 80")]
    [InlineData("ImagePath", @"C:\x\agent.exe /pwd hunter2", @"C:\x\agent.exe /pwd [redacted]")]
    [InlineData("ImagePath", "Server=db;User=sa;Password='hunter 2';", "Server=db;User=sa;Password=[redacted];")]
    [InlineData("DisplayName", "1Password Manager", "1Password Manager")]
    public async Task What_looks_like_a_secret_never_reaches_a_check_or_a_recording(string name, string data, string expected)
    {
        using RecordingSession session = new(new FakeHost("PC1").With(@"SOFTWARE\X", name, data));
        RegistryKey? key = await session.ReadKeyAsync(RegistryHive.LocalMachine, @"SOFTWARE\X", CancellationToken.None);
        Assert.Equal(expected, key![name]!.Data);
        Assert.DoesNotContain("hunter", string.Join("\n", session.Recording("PC1", DateTimeOffset.Now).Answers.Values
            .SelectMany(a => a.Rows).SelectMany(r => r.Properties).Select(p => CimValue.ToText(p.Value))), StringComparison.Ordinal);
    }

    private sealed class SlowHost(Task gate) : ICimSession
    {
        private int _asked;

        public CimTarget Target { get; } = new("PC1");

        public int Asked => _asked;

        public async Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel)
        {
            Interlocked.Increment(ref _asked);
            await gate;
            return [];
        }

        public Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
