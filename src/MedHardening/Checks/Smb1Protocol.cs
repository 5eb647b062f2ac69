using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// The computer neither serves nor uses SMB 1. Server: <c>MSFT_SmbServerConfiguration</c>; client: the driver MRxSmb10, which is gone
/// with the feature or disabled (4). https://learn.microsoft.com/windows-server/storage/file-server/troubleshoot/detect-enable-and-disable-smbv1-v2-v3
/// </summary>
internal sealed class Smb1Protocol : HostCheck<Smb1Protocol.Settings>
{
    private const string Driver = @"SYSTEM\CurrentControlSet\Services\mrxsmb10";

    public sealed record Settings;

    public override string Id => "smb1-protocol";

    public override string Item => "background-services";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new("SMB 1 が無効である", "SMB 1 is off");

    public override Text Remedy => new(
        "Windows の機能［SMB 1.0/CIFS ファイル共有のサポート］を削除する。古い NAS や検査装置が使う場合は、例外として記録し、通信先を限る。",
        "Remove the Windows feature 'SMB 1.0/CIFS File Sharing Support'. If an old NAS or device needs it, record an exception and limit who can reach it.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> rows = await host.Session
            .QueryAsync(CimQuery.Class("root/Microsoft/Windows/SMB", "MSFT_SmbServerConfiguration"), cancel).ConfigureAwait(false);
        RegistryValue? start = await host.Session
            .ReadValueAsync(RegistryHive.LocalMachine, Driver, "Start", RegistryType.DWord, cancel).ConfigureAwait(false);
        bool? serves = rows.Count == 1 ? rows[0].Boolean("EnableSMB1Protocol") : null;
        return Verdict.Of(
        [
            new Evidence(
                "MSFT_SmbServerConfiguration.EnableSMB1Protocol",
                Operators.Equals,
                "false",
                serves is null ? Evidence.Absent : serves.Value ? "true" : "false",
                serves is null ? Outcome.Unknown : serves.Value ? Outcome.Fail : Outcome.Pass),
            RegistryEvidence.Of(Driver, "Start", start, Operators.Equals, "4", n => n is null or 4),
        ],
        "NotConfigured");
    }
}
