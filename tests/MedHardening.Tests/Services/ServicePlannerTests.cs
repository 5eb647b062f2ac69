using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Changes;
using MedHardening.Checklist;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Fleet;
using MedHardening.Services;
using Xunit;

namespace MedHardening.Tests.Services;

/// <summary>Planned, made, verified and taken back over WS-Man.</summary>
public sealed class ServicePlannerTests : IAsyncDisposable
{
    private static readonly LedgerComputer s_computer = new("PC-01", "PC-01", Roles.Client, Handling.Writable, 2);

    // AnyDesk stands on TeamViewer here, so that it must be stopped first.
    private readonly Captured _hosts = new Captured().With(
        "PC-01",
        """
        base: 05-hospital-client-ja
        registry:
          'HKLM\SYSTEM\CurrentControlSet\Services\AnyDesk': {DependOnService: {multiString: [TeamViewer]}}
        """);

    public ValueTask DisposeAsync() => _hosts.DisposeAsync();

    [Fact]
    public async Task Unwanted_services_are_stopped_and_disabled_and_the_others_get_their_start_type() => Assert.Equal(
        [
            "Win32_Service AnyDesk [State]: Running → Stopped",
            "Win32_Service AnyDesk [StartMode]: Auto → Disabled",
            "Win32_Service TeamViewer [State]: Running → Stopped",
            "Win32_Service TeamViewer [StartMode]: Auto → Disabled",
            "Win32_Service Fax [StartMode]: Manual → Auto",
            @"HKLM\SYSTEM\CurrentControlSet\Services\Fax [DelayedAutostart]: absent → REG_DWORD 1",
            @"HKLM\SYSTEM\CurrentControlSet\Services\MapsBroker [DelayedAutostart]: REG_DWORD 1 → absent",
        ],
        (await PlanAsync(Wanted())).Select(c => c.ToString()));

    [Fact]
    public async Task The_calls_are_those_that_Windows_documents()
    {
        await _hosts.StartAsync();
        SpyTransport spy = new(new WsManTransport());
        HostChange result = await ApplyAsync(spy, Wanted(), Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));

        Assert.Equal(ChangeOutcome.Verified, result.Outcome);
        Assert.Equal(
            [
                "Win32_Service(Name=AnyDesk).StopService()",
                "Win32_Service(Name=AnyDesk).ChangeStartMode(StartMode=Disabled)",
                "Win32_Service(Name=TeamViewer).StopService()",
                "Win32_Service(Name=TeamViewer).ChangeStartMode(StartMode=Disabled)",
                "Win32_Service(Name=Fax).ChangeStartMode(StartMode=Automatic)",
                @"StdRegProv().SetDWORDValue(hDefKey=2147483650,sSubKeyName=SYSTEM\CurrentControlSet\Services\Fax,sValueName=DelayedAutostart,uValue=1)",
                @"StdRegProv().DeleteValue(hDefKey=2147483650,sSubKeyName=SYSTEM\CurrentControlSet\Services\MapsBroker,sValueName=DelayedAutostart)",
            ],
            spy.Writes);
    }

    [Fact]
    public async Task Taking_it_back_starts_again_what_was_running()
    {
        await _hosts.StartAsync();
        ServiceBaseline before = await _hosts.ReadAsync("PC-01", BaselineSection.Services);
        string folder = Directory.CreateTempSubdirectory("journal").FullName;
        SpyTransport spy = new(new WsManTransport());
        await ApplyAsync(spy, Wanted(), folder);
        Assert.NotEmpty(new ServiceComparer(before).Compare(await _hosts.ReadAsync("PC-01", BaselineSection.Services)));

        JournalledRun run = JournalReader.ReadAll(folder, f => throw f).Single();
        UndoRun undo = new(spy, c => _hosts.Target(c.Name), new ChangeOptions());
        HostChange? undone = null;
        using (Journal journal = Journal.Continue(run.Path))
            await undo.ApplyAsync(run.Hosts, journal, result => undone = result, CancellationToken.None);

        Assert.Equal(ChangeOutcome.Undone, undone!.Outcome);
        Assert.Equal("Win32_Service(Name=AnyDesk).StartService()", spy.Writes[^1]);
        Assert.Empty(new ServiceComparer(before).Compare(await _hosts.ReadAsync("PC-01", BaselineSection.Services)));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task What_nobody_decided_about_is_left_alone()
    {
        ServiceBaseline undecided = Baseline(new ServiceEntry { Name = "AnyDesk", Start = ServiceStartType.Disabled, State = ServiceRun.Stopped });
        Assert.Empty(await PlanAsync(undecided));
    }

    [Fact]
    public async Task A_decision_about_the_whole_list_counts() => Assert.Equal(
        ["Win32_Service Fax [StartMode]: Manual → Disabled"],
        (await PlanAsync(Baseline(new ServiceEntry { Name = "Fax", Start = ServiceStartType.Disabled }) with { Approved = true })).Select(c => c.ToString()));

    [Fact]
    public async Task The_instances_of_a_per_user_service_are_left_to_the_sign_out() => Assert.Equal(
        ["Win32_Service CDPUserSvc [StartMode]: Auto → Disabled"],
        (await PlanAsync(Baseline(new ServiceEntry { Name = "CDPUserSvc", Approved = false }))).Select(c => c.ToString()));

    [Fact]
    public async Task A_service_that_another_one_needs_is_not_stopped_under_it()
    {
        ChangeRefusedException refused = await Assert.ThrowsAsync<ChangeRefusedException>(
            () => PlanAsync(Baseline(new ServiceEntry { Name = "TeamViewer", Approved = false })));
        Assert.Equal(("DependentServiceRuns", "TeamViewer ← AnyDesk"), (refused.Reason, refused.Detail));
    }

    [Theory]
    [InlineData("WinRM")]
    [InlineData("RpcSs")]
    [InlineData("LanmanWorkstation")]
    [InlineData("EventLog")]
    [InlineData("WinDefend")]
    [InlineData("AnyDesk")] // protected by the command
    public async Task A_protected_service_is_refused_without_Force(string name)
    {
        ServiceBaseline baseline = Baseline(new ServiceEntry { Name = name, Approved = true, Start = ServiceStartType.Disabled });
        ChangeRefusedException refused = await Assert.ThrowsAsync<ChangeRefusedException>(() => PlanAsync(baseline, force: false, "Any*"));
        Assert.Equal(("ProtectedService", name), (refused.Reason, refused.Detail));
        Assert.Single(await PlanAsync(baseline, force: true, "Any*"));
    }

    [Fact]
    public async Task Switching_a_protected_service_on_is_no_harm() =>
        Assert.Single(await PlanAsync(Baseline(new ServiceEntry { Name = "SCardSvr", Approved = true, Start = ServiceStartType.Automatic })));

    private static ServiceBaseline Wanted() => Baseline(
        new ServiceEntry { Name = "TeamViewer", Approved = false },
        new ServiceEntry { Name = "AnyDesk", Approved = false },
        new ServiceEntry { Name = "Fax", Approved = true, Start = ServiceStartType.AutomaticDelayed },
        new ServiceEntry { Name = "MapsBroker", Approved = true, Start = ServiceStartType.Automatic },
        new ServiceEntry { Name = "NotHere", Approved = false });

    private static ServiceBaseline Baseline(params ServiceEntry[] services) => new() { Schema = ServiceBaseline.SchemaId, Services = services };

    private async Task<IReadOnlyList<Change>> PlanAsync(ServiceBaseline baseline, bool force = false, params string[] alsoProtected)
    {
        using ICimSession session = await _hosts.OpenAsync("PC-01");
        return await new ServicePlanner(baseline, alsoProtected, force).PlanAsync(session, s_computer, CancellationToken.None);
    }

    private async Task<HostChange> ApplyAsync(SpyTransport spy, ServiceBaseline baseline, string folder)
    {
        ChangeRun run = new(spy, c => _hosts.Target(c.Name), new ServicePlanner(baseline, [], force: false), new ChangeOptions());
        IReadOnlyList<HostPlan> plans = await run.PlanAsync([s_computer], _ => { }, CancellationToken.None);
        using Journal journal = Journal.Create(folder, JournalHeader.Now("test", null));
        return (await run.ApplyAsync(plans, journal, _ => { }, CancellationToken.None)).Single();
    }

    /// <summary>Keeps the methods that are called and are no questions.</summary>
    private sealed class SpyTransport(ICimTransport inner) : ICimTransport
    {
        public List<string> Writes { get; } = [];

        public async Task<ICimSession> OpenAsync(CimTarget target, CancellationToken cancel) => new SpySession(await inner.OpenAsync(target, cancel), Writes);
    }

    private sealed class SpySession(ICimSession inner, List<string> writes) : ICimSession
    {
        public CimTarget Target => inner.Target;

        public Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel) => inner.QueryAsync(query, cancel);

        public Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel)
        {
            if (!method.OnlyReads)
            {
                writes.Add(method.ClassName + "(" + string.Join(",", method.Keys.Select(k => k.Key + "=" + k.Value)) + ")." + method.Name
                    + "(" + string.Join(",", method.Parameters.Select(p => p.Key + "=" + CimValue.ToText(p.Value))) + ")");
            }
            return inner.InvokeAsync(method, cancel);
        }

        public void Dispose() => inner.Dispose();
    }
}
