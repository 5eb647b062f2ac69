using System;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.LocalPolicies;
using MedHardening.Cim.Recording;
using MedHardening.Tests.Cim.WsMan.Shells;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Cim.LocalPolicies;

/// <summary>What secedit and auditpol say of a Japanese and of an English Windows is read alike, and again from a recording.</summary>
public class LocalPoliciesTests
{
    private static readonly Guid s_logon = new("0cce9215-69ae-11d9-bed3-505054503030");
    private static readonly Guid s_integrity = new("0cce9212-69ae-11d9-bed3-505054503030");
    private static readonly Guid s_creation = new("0cce922b-69ae-11d9-bed3-505054503030");

    [Theory]
    [InlineData("05-hospital-client-ja")]
    [InlineData("02-good-client-en")]
    public async Task Account_policies_are_read_by_key(string archetype)
    {
        await using ShellHost host = await ShellHost.StartAsync(archetype);

        SystemAccess access = await SystemAccess.ReadAsync(host.Session, CancellationToken.None);

        // A fresh Windows outside a domain.
        Assert.Equal(0, access.Number("MinimumPasswordLength"));
        Assert.Equal(42, access.Number("maximumpasswordage"));
        Assert.Equal("Administrator", access["NewAdministratorName"]);
        Assert.Null(access["LockoutDuration"]);
        Assert.Null(access["AuditSystemEvents"]); // of another section
        Assert.Empty(host.Host.FilesLeft);
    }

    [Theory]
    [InlineData("05-hospital-client-ja")]
    [InlineData("02-good-client-en")]
    public async Task The_audit_policy_is_read_by_GUID_and_number(string archetype)
    {
        await using ShellHost host = await ShellHost.StartAsync(archetype);

        EffectiveAuditPolicy policy = await EffectiveAuditPolicy.ReadAsync(host.Session, CancellationToken.None);

        Assert.Equal(AuditedEvents.Success, policy[s_logon] & AuditedEvents.Success);
        Assert.Equal(AuditedEvents.SuccessAndFailure, policy[s_integrity]);
        Assert.Equal(AuditedEvents.None, policy[s_creation]);
        Assert.Null(policy[Guid.NewGuid()]);
        Assert.Empty(host.Host.FilesLeft);
    }

    [Fact]
    public async Task A_recording_answers_again_without_the_host()
    {
        await using ShellHost host = await ShellHost.StartAsync();
        using RecordingSession recording = new(host.Session);
        await SystemAccess.ReadAsync(recording, CancellationToken.None);
        await EffectiveAuditPolicy.ReadAsync(recording, CancellationToken.None);
        using TempFolder folder = new();
        SnapshotFile.Write(SnapshotFile.PathOf(folder.Path, "PC-1"), recording.Recording("PC-1", DateTimeOffset.Now));

        using ICimSession replayed = await new SnapshotTransport(folder.Path).OpenAsync(new CimTarget("PC-1"), CancellationToken.None);

        Assert.Equal(42, (await SystemAccess.ReadAsync(replayed, CancellationToken.None)).Number("MaximumPasswordAge"));
        Assert.Equal(AuditedEvents.SuccessAndFailure, (await EffectiveAuditPolicy.ReadAsync(replayed, CancellationToken.None))[s_integrity]);
    }

    [Fact]
    public async Task A_recording_of_a_host_without_permission_says_so_again()
    {
        await using ShellHost host = await ShellHost.StartAsync(allowed: false);
        using RecordingSession recording = new(host.Session);
        await Assert.ThrowsAsync<CimFault>(() => SystemAccess.ReadAsync(recording, CancellationToken.None));

        RecordedAnswer answer = Assert.Single(recording.Recording("PC-1", DateTimeOffset.Now).Answers).Value;

        Assert.Equal(CimFaultKind.RemoteShellUnavailable, answer.Fault!.Kind);
    }

    [Fact]
    public async Task A_transport_without_shells_says_so()
    {
        using FakeHost host = new();

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => SystemAccess.ReadAsync(host, CancellationToken.None));

        Assert.Equal(CimFaultKind.RemoteShellUnavailable, fault.Kind);
    }

    private sealed class TempFolder : IDisposable
    {
        public string Path { get; } = System.IO.Directory.CreateTempSubdirectory("policies-").FullName;

        public void Dispose() => System.IO.Directory.Delete(Path, recursive: true);
    }
}
