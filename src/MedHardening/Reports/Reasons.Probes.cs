using System.Collections.Generic;
using MedHardening.Cim.Probing;

namespace MedHardening.Reports;

public static partial class Reasons
{
    // Why a step of a probe was not taken, or did not go well.
    private static Dictionary<string, Reason> OfProbes => new()
    {
        [ProbeReasons.EarlierStep] = new(
            new("前の段階で止まった", "An earlier step did not go well"),
            new("前の段階を先に直す", "Mend the earlier step first")),
        [ProbeReasons.PlainHttp] = new(
            new("HTTPのため証明書はない", "HTTP: there is no certificate"),
            new("HTTPSで試すには --use-ssl（-UseSsl）を付ける", "Add --use-ssl (-UseSsl) to try HTTPS")),
        [ProbeReasons.ClockOff] = new(
            new("時計が5分を超えてずれている。Kerberosが拒まれる", "The clocks differ by more than 5 minutes: Kerberos is refused"),
            new("時刻を合わせる", "Set the clock")),
        [ProbeReasons.NoDate] = new(
            new("応答に日時がない", "The answer carries no date"),
            new("機器の上で時刻を確かめる", "Look at the clock of the computer itself")),
    };
}
