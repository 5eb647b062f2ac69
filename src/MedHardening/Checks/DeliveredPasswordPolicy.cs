using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// The password policy that Group Policy delivered to the computer satisfies a branch of the guideline: a) 13 or more
/// characters, b) 8 or more, changed at least every two months, c) 8 or more together with two-factor authentication
/// (厚生労働省 医療情報システムの安全管理に関するガイドライン第6.0版 Q&amp;A シQ-54). Read from the Resultant Set of Policy:
/// https://learn.microsoft.com/previous-versions/windows/desktop/policy/rsop-securitysettingnumeric
/// </summary>
internal sealed class DeliveredPasswordPolicy : HostCheck<DeliveredPasswordPolicy.Settings>
{
    private const string Namespace = "root/rsop/computer";
    private const int MinLength = 8;
    private const int MinLengthAlone = 13;

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
        IReadOnlyDictionary<string, long?> numbers = await ReadAsync(host.Session, "RSOP_SecuritySettingNumeric", n => n.Int64("Setting"), cancel)
            .ConfigureAwait(false);
        IReadOnlyDictionary<string, bool?> switches = await ReadAsync(host.Session, "RSOP_SecuritySettingBoolean", s => s.Boolean("Setting"), cancel)
            .ConfigureAwait(false);
        // Nothing delivered: a workgroup computer, logging of RSoP switched off, or a policy set on the computer itself.
        if (!numbers.TryGetValue("MinimumPasswordLength", out long? length) || length is null)
            return Verdict.Unknown("PolicyNotDelivered", Evidence("MinimumPasswordLength", Operators.AtLeast, MinLength, null, Outcome.Unknown));
        numbers.TryGetValue("MaximumPasswordAge", out long? age);
        bool changes = age >= 1 && age <= settings.MaxAgeDays;

        List<Evidence> evidence = [.. Length(settings.Branch, length.Value, changes)];
        if (settings.Branch == Branch.B || (settings.Branch == Branch.Any && length is >= MinLength and < MinLengthAlone))
            evidence.Add(Age(settings, age, changes));
        evidence.Add(Complexity(switches));
        return Verdict.Of(evidence, "PolicyProvesNoBranch");
    }

    private static IEnumerable<Evidence> Length(Branch branch, long length, bool changes)
    {
        int wanted = branch == Branch.A || (branch == Branch.Any && !changes) ? MinLengthAlone : MinLength;
        // Between 8 and 12 without change: only two-factor authentication, which this policy does not show, could make it right.
        Outcome outcome = length >= wanted ? Outcome.Pass
            : length < MinLength || branch == Branch.A ? Outcome.Fail
            : Outcome.Unknown;
        yield return Evidence("MinimumPasswordLength", Operators.AtLeast, wanted, length, outcome);
    }

    private static Evidence Age(Settings settings, long? age, bool changes) => Evidence(
        "MaximumPasswordAge",
        Operators.AtMost,
        settings.MaxAgeDays,
        age,
        changes ? Outcome.Pass : settings.Branch == Branch.B && age is not null ? Outcome.Fail : Outcome.Unknown);

    // Complexity is three classes of five, so even when it is on it does not prove that symbols are used; off proves nothing either.
    private static Evidence Complexity(IReadOnlyDictionary<string, bool?> switches)
    {
        switches.TryGetValue("PasswordComplexity", out bool? on);
        return new Evidence(
            "RSOP_SecuritySettingBoolean.PasswordComplexity",
            Operators.Equals,
            "true",
            on is null ? "absent" : on.Value ? "true" : "false",
            on == true ? Outcome.Pass : Outcome.Unknown);
    }

    private static Evidence Evidence(string key, string op, long expected, long? actual, Outcome outcome) => new(
        "RSOP_SecuritySettingNumeric." + key,
        op,
        expected.ToString(CultureInfo.InvariantCulture),
        actual?.ToString(CultureInfo.InvariantCulture) ?? "absent",
        outcome);

    // Several policies may set one key; precedence 1 is the one in force.
    private static async Task<IReadOnlyDictionary<string, T?>> ReadAsync<T>(
        ICimSession host, string className, Func<CimObject, T?> setting, CancellationToken cancel)
        where T : struct
    {
        IReadOnlyList<CimObject> rows = await host.QueryAsync(CimQuery.Class(Namespace, className), cancel).ConfigureAwait(false);
        return rows
            .Where(r => r.UInt32("precedence") == 1)
            .GroupBy(r => r.String("KeyName") ?? "", StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => setting(g.First()), StringComparer.OrdinalIgnoreCase);
    }
}
