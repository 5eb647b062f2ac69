using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using MedHardening.Simulator;
using MedHardening.Tests.Cim.WsMan.Authentication;
using Xunit;

namespace MedHardening.Tests.Fleet.Chaos;

/// <summary>The table again, with NTLM and every message encrypted.</summary>
[Collection("NTLM accounts")] // of the process
public sealed class EncryptedMishapTests(NtlmAccounts accounts) : IClassFixture<NtlmAccounts>
{
    [NtlmFact]
    public async Task What_is_encrypted_goes_wrong_for_the_same_reasons_and_what_should_be_is_not_believed()
    {
        _ = accounts;
        IReadOnlyList<Row> rows = MishapTable.Rows;
        IReadOnlyList<Finding> findings = await ChaoticFleet.MeasureAsync(
            rows.Select(r => (Misbehaviour)new Mishap(r.At, r.What) { Code = r.Code }).ToArray(), new Wire(Ntlm: NtlmAccounts.Right));

        Assert.Equal(
            rows.Select(r => (r.Name, r.Outcome, Reason(r))), rows.Zip(findings, (r, f) => (r.Name, f.Computer.Outcome, f.Computer.Reason)));
    }

    // An error without SOAP has nothing that could be encrypted, so anybody may have sent it.
    private static string? Reason(Row row) =>
        row.At != Phase.Identify && row.What is MishapKind.Error or MishapKind.ErrorPage && row.Reason == "HostFault" ? "Protocol" : row.Reason;
}
