using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.MiDouble;
using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;
using Xunit;

namespace MedHardening.Tests.Cim.Mi;

public class SessionTests
{
    private static readonly CimMethod s_enumKey = new("root/default", "StdRegProv", "EnumKey")
    {
        Parameters = [new("hDefKey", 0x80000002), new("sSubKeyName", "SOFTWARE")],
    };

    [Fact]
    public async Task All_instances_of_a_class_arrive_in_their_order()
    {
        (ICimSession session, Wmi wmi) = await MiHost.OpenAsync(_ => Rows(1000));

        IReadOnlyList<CimObject> rows = await session.QueryAsync(MiHost.Services, CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (long?)i), rows.Select(r => r.Int64("N")));
        Assert.All(rows, row => Assert.Equal("Win32_Service", row.ClassName));
        Question asked = Assert.Single(wmi.Asked);
        Assert.Equal(("root/cimv2", "Win32_Service", null), (asked.Namespace, asked.ClassName, asked.Wql));
        Assert.Equal(TimeSpan.FromSeconds(60), asked.Options.Timeout);
    }

    [Fact]
    public async Task A_WQL_query_goes_as_it_is_with_its_context_values_by_type()
    {
        (ICimSession session, Wmi wmi) = await MiHost.OpenAsync(_ => []);
        CimQuery query = CimQuery.FromWql("root/cimv2", "SELECT * FROM Win32_Service")
            .With("__ProviderArchitecture", 64).With("__RequiredArchitecture", true).With("PolicyStore", "ActiveStore");

        Assert.Empty(await session.QueryAsync(query, CancellationToken.None));

        Question asked = Assert.Single(wmi.Asked);
        Assert.Equal("SELECT * FROM Win32_Service", asked.Wql);
        Assert.Equal((64, CimType.SInt32, true), asked.Options.Custom["__ProviderArchitecture"]);
        Assert.Equal((true, CimType.Boolean, true), asked.Options.Custom["__RequiredArchitecture"]);
        Assert.Equal(("ActiveStore", CimType.String, true), asked.Options.Custom["PolicyStore"]);
    }

    [Fact]
    public async Task A_static_method_answers_with_its_return_value_and_out_parameters()
    {
        (ICimSession session, Wmi wmi) = await MiHost.OpenAsync(_ => [MiHost.Result(0, ("sNames", CimType.StringArray, new[] { "A", "B" }))]);

        CimObject answer = await session.InvokeAsync(s_enumKey, CancellationToken.None);

        Assert.Equal(("EnumKey_OUTPUT", 0u), (answer.ClassName, answer.UInt32("ReturnValue")));
        Assert.Equal(["A", "B"], answer.Strings("sNames"));
        Question asked = Assert.Single(wmi.Asked);
        Assert.Equal(("root/default", "StdRegProv", "EnumKey"), (asked.Namespace, asked.ClassName, asked.Method));
        Assert.Equal((CimType.UInt32, 0x80000002), asked.Parameters["hDefKey"]);
        Assert.Null(asked.Keys);
    }

    [Fact]
    public async Task A_method_of_an_instance_names_it_by_its_keys()
    {
        (ICimSession session, Wmi wmi) = await MiHost.OpenAsync(_ => [MiHost.Result(10)]);

        CimObject answer = await session.InvokeAsync(
            new CimMethod("root/cimv2", "Win32_Service", "StopService") { Keys = new Dictionary<string, string> { ["Name"] = "Spooler" } },
            CancellationToken.None);

        Assert.Equal(10u, answer.UInt32("ReturnValue"));
        CimProperty key = Assert.Single(wmi.Asked[0].Keys!);
        Assert.Equal(("Name", "Spooler", CimFlags.Key), (key.Name, key.Value, key.Flags));
    }

    [Theory]
    [InlineData(3, 3, true)]
    [InlineData(3, 4, false)]
    public async Task More_rows_than_the_limit_are_a_fault_and_never_a_cut_off_list(int limit, int rows, bool fits)
    {
        (ICimSession session, _) = await MiHost.OpenAsync(_ => Rows(rows));
        Task<IReadOnlyList<CimObject>> asking = session.QueryAsync(MiHost.Services.AtMost(limit), CancellationToken.None);

        if (fits)
            Assert.Equal(rows, (await asking).Count);
        else
            Assert.Equal(CimFaultKind.LimitExceeded, (await Assert.ThrowsAsync<CimFault>(() => asking)).Kind);
    }

    [Fact]
    public async Task A_host_that_never_stops_is_stopped()
    {
        int given = 0;
        IEnumerable<object> Endless()
        {
            while (true)
            {
                given++;
                yield return MiHost.Row("A", ("N", CimType.SInt32, given));
            }
        }
        (ICimSession session, Wmi wmi) = await MiHost.OpenAsync(_ => Endless());

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(MiHost.Services.AtMost(10), CancellationToken.None));

        Assert.Equal(CimFaultKind.LimitExceeded, fault.Kind);
        Assert.True(wmi.Asked[0].Options.CancellationToken!.Value.IsCancellationRequested);
    }

    [Fact]
    public async Task Texts_without_bounds_are_refused()
    {
        string text = new('x', 1 << 20);
        (ICimSession session, _) = await MiHost.OpenAsync(_ => Enumerable.Range(0, 40).Select(_ => MiHost.Row("A", ("X", CimType.String, text))));

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(MiHost.Services, CancellationToken.None));

        Assert.Equal(CimFaultKind.LimitExceeded, fault.Kind);
    }

    [Fact]
    public async Task A_host_that_says_nothing_times_out_and_is_left()
    {
        CimTarget target = new("PC1") { Address = CimTarget.ThisComputer, OperationTimeout = TimeSpan.FromMilliseconds(50) };
        (ICimSession session, Wmi wmi) = await MiHost.OpenAsync(Wmi.Silence, target);

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(MiHost.Services, CancellationToken.None));

        Assert.Equal((CimFaultKind.OperationTimedOut, "PC1"), (fault.Kind, fault.Host));
        Assert.True(wmi.Asked[0].Options.CancellationToken!.Value.IsCancellationRequested);
    }

    [Fact]
    public async Task A_run_that_is_stopped_stops_its_questions()
    {
        using CancellationTokenSource stop = new();
        (ICimSession session, Wmi wmi) = await MiHost.OpenAsync(question =>
        {
            stop.Cancel();
            return Wmi.Silence(question);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.InvokeAsync(s_enumKey, stop.Token));

        Assert.True(wmi.Asked[0].Options.CancellationToken!.Value.IsCancellationRequested);
    }

    [Fact]
    public async Task Questions_of_several_callers_are_under_way_together()
    {
        using Barrier both = new(2);
        (ICimSession session, _) = await MiHost.OpenAsync(_ => both.SignalAndWait(TimeSpan.FromSeconds(30)) ? Rows(1) : []);

        IReadOnlyList<CimObject>[] answers = await Task.WhenAll(
            session.QueryAsync(MiHost.Services, CancellationToken.None), session.QueryAsync(MiHost.Services, CancellationToken.None));

        Assert.All(answers, rows => Assert.Single(rows));
    }

    [Fact]
    public async Task An_answer_without_a_result_is_a_fault()
    {
        (ICimSession session, _) = await MiHost.OpenAsync(_ => []);

        Assert.Equal(CimFaultKind.Protocol, (await Assert.ThrowsAsync<CimFault>(() => session.InvokeAsync(s_enumKey, CancellationToken.None))).Kind);
    }

    [Fact]
    public async Task An_own_session_ends_with_the_question_answered_and_a_given_one_stays_open()
    {
        (ICimSession own, Wmi wmi) = await MiHost.OpenAsync(_ => Rows(1));
        own.Dispose();
        Assert.Equal(1, wmi.Closed);

        wmi = Wmi.With(_ => Rows(1));
        using CimSession given = CimSession.Create("SV01", new WSManSessionOptions());
        ICimTransport transport = Transports.Over(new Dictionary<string, CimSession> { ["SV01"] = given });
        using (ICimSession session = await transport.OpenAsync(new CimTarget("SV01"), CancellationToken.None))
            Assert.Single(await session.QueryAsync(MiHost.Services, CancellationToken.None));
        Assert.Equal(0, wmi.Closed);
    }

    [Fact]
    public async Task A_given_session_that_was_closed_meanwhile_is_a_fault()
    {
        Wmi.With(_ => Rows(1));
        CimSession given = CimSession.Create("SV01", new WSManSessionOptions());
        ICimTransport transport = Transports.Over(new Dictionary<string, CimSession> { ["SV01"] = given });
        using ICimSession session = await transport.OpenAsync(new CimTarget("SV01"), CancellationToken.None);
        given.Dispose();

        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(MiHost.Services, CancellationToken.None));

        Assert.Equal((CimFaultKind.ConnectionDropped, "SV01"), (fault.Kind, fault.Host));
    }

    private static IEnumerable<object> Rows(int count) =>
        Enumerable.Range(0, count).Select(i => MiHost.Row("Win32_Service", ("N", CimType.SInt32, i)));
}
