using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Passwords;

namespace MedHardening.Checks;

/// <summary>
/// The password policy that Group Policy delivered to the computer satisfies a branch of the guideline: a) 13 or more
/// characters, b) 8 or more, changed at least every two months, c) 8 or more together with two-factor authentication
/// (厚生労働省 医療情報システムの安全管理に関するガイドライン第6.0版 Q&amp;A シQ-54). Read from the Resultant Set of Policy:
/// https://learn.microsoft.com/previous-versions/windows/desktop/policy/rsop-securitysettingnumeric
/// </summary>
internal sealed class DeliveredPasswordPolicy : HostCheck<DeliveredPasswordPolicy.Settings>
{
    public enum Branch
    {
        /// <summary>13 or more characters, or 8 or more with regular change: whichever the policy satisfies.</summary>
        Any,
        A,
        B,
        C,
    }

    public sealed record Settings
    {
        /// <summary>The branch of the guideline that the facility has chosen.</summary>
        public Branch Branch { get; init; }

        /// <summary>Longest time between changes in branch b, in days. 最長でも2ヶ月以内 is read as 60 days, the shortest two months have 59; no two have more than 62.</summary>
        [Within(1, 62)]
        public int MaxAgeDays { get; init; } = 60;
    }

    public override string Id => "delivered-password-policy";

    public override string Item => "password-strength";

    public override Bearing Bearing => Bearing.Refutes;

    public override Text Title => new(
        "グループポリシーで配布されたパスワードのポリシーが基準を満たす",
        "The password policy that Group Policy delivers meets the rule");

    public override Text Remedy => new(
        "既定のドメイン ポリシーの［パスワードのポリシー］で、13文字以上とするか、8文字以上かつ有効期間60日以内とする。二要素認証を使う場合はベースラインで branch: c を選ぶ。",
        "In the default domain policy set 13 or more characters, or 8 or more and a maximum age of 60 days. With two-factor authentication choose branch: c in the baseline.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        PasswordPolicy policy = await DeliveredPolicy.ReadAsync(host.Session, cancel).ConfigureAwait(false);
        PasswordRule? rule = PasswordRules.Find(host.Guideline)?.WithMaxAge(settings.MaxAgeDays);
        if (settings.Branch != Branch.Any)
            rule = rule?.Choose(settings.Branch.ToString());
        if (rule is null)
            return Verdict.Unknown("PasswordRuleNotKnown");
        PolicyVerdict judged = PasswordJudge.Judge(policy, rule);
        // Nothing delivered: a workgroup computer, logging of RSoP switched off, or a policy set on the computer itself.
        return policy.MinimumLength is null
            ? Verdict.Unknown("PolicyNotDelivered", judged.Evidence.Take(1).ToArray())
            : Verdict.Of(judged.Evidence, "PolicyProvesNoBranch");
    }
}
