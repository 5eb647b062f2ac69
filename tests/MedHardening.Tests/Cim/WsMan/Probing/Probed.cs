using System;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Probing;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Probing;

/// <summary>One probe of one target, and the spelling of its steps for comparisons.</summary>
internal static class Probed
{
    public static Task<ConnectionReport> Async(CimTarget target, CimQuery? query = null) =>
        Transports.Probe()!.ProbeAsync(target, query, CancellationToken.None);

    public static Task<ConnectionReport> Async(IPEndPoint place, double seconds = 10) => Async(new CimTarget("pc-1")
    {
        Address = place.Address.ToString(),
        Port = place.Port,
        ConnectTimeout = TimeSpan.FromSeconds(seconds),
    });

    /// <summary>Each step with its outcome: <c>Tcp Failed ConnectionRefused</c>.</summary>
    public static string[] Steps(this ConnectionReport report) =>
        report.Steps.Select(s => (s.Stage + " " + s.Outcome + " " + s.Reason).TrimEnd()).ToArray();

    public static ProbeStep Step(this ConnectionReport report, ProbeStage stage) => Assert.Single(report.Steps, s => s.Stage == stage);
}
