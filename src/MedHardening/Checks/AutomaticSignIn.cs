using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// The computer does not sign anybody in by itself. Only the switch is read, never the password beside it.
/// https://learn.microsoft.com/troubleshoot/windows-server/user-profiles-and-logon/turn-on-automatic-logon
/// </summary>
internal sealed class AutomaticSignIn : HostCheck<AutomaticSignIn.Settings>
{
    private const string Key = @"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon";
    private const string Name = "AutoAdminLogon";

    public sealed record Settings;

    public override string Id => "automatic-sign-in";

    public override string Item => "two-factor";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new("自動サインインが無効である", "Automatic sign-in is off");

    public override Text Remedy => new(
        "AutoAdminLogon を 0 にし、同じキーの DefaultPassword を削除する。", "Set AutoAdminLogon to 0 and delete DefaultPassword in the same key.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        RegistryValue? value = await host.Session
            .ReadValueAsync(RegistryHive.LocalMachine, Key, Name, RegistryType.String, cancel).ConfigureAwait(false);
        // Windows signs in by itself only when the value is "1"; without it, it does not.
        (string actual, Outcome outcome) = value switch
        {
            null => (Evidence.Absent, Outcome.Pass),
            { Data: string text } => (text, text.Trim() == "1" ? Outcome.Fail : text.Trim() is "0" or "" ? Outcome.Pass : Outcome.Unknown),
            _ => (value.Type.ToString(), Outcome.Unknown),
        };
        return Verdict.Of([new Evidence(@"HKLM\" + Key + "\\" + Name, Operators.Equals, "0", actual, outcome)]);
    }
}
