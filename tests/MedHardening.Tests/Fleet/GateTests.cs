using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checklist;
using MedHardening.Fleet;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Fleet;

/// <summary>The line before all others: 「医療情報システムを導入、運用している。」.</summary>
public class GateTests
{
    [Theory]
    [InlineData(true, true, "")]
    [InlineData(null, true, "GateUnanswered")]
    [InlineData(false, true, "NoMedicalSystem GateContradicted")]
    [InlineData(false, false, "NoMedicalSystem")]
    public async Task What_its_answer_means_is_told(bool? answer, bool hasLedger, string expected)
    {
        LedgerComputer[] ledger = hasLedger ? [MadeUp.Computer("CT", handling: Handling.NotContactable)] : [];
        ChecklistStatus status = await MadeUp.Run(new FakeTransport(new Dictionary<string, FakeHost>())).RunAsync(
            new StatusRequest(
                MadeUp.BaselineOf([], []), MadeUp.Profile, MadeUp.Record() with { OperatesMedicalSystem = answer }, ledger, MadeUp.AsOf),
            _ => { },
            CancellationToken.None);
        string[] gates = ["NoMedicalSystem", "GateContradicted", "GateUnanswered"];
        Assert.Equal(expected, string.Join(' ', status.Notices.Select(n => n.Code).Where(gates.Contains)));
    }
}
