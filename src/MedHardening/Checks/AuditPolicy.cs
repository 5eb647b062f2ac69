using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim.LocalPolicies;

namespace MedHardening.Checks;

/// <summary>
/// The security log receives what an investigation of an access needs: sign-ins, accounts and groups that change, the audit policy itself.
/// Read by a remote shell, as no CIM class has the audit policy; so it is Unknown where the shell is not allowed.
/// </summary>
internal sealed class AuditPolicy : HostCheck<AuditPolicy.Settings>
{
    // MS-GPAC §2.2.1.2.
    private static readonly (string Name, Guid Id, Func<Settings, AuditedEvents> Demand)[] s_subcategories =
    [
        ("Logon", Subcategory("9215"), s => s.Logon),
        ("Logoff", Subcategory("9216"), s => s.Logoff),
        ("AccountLockout", Subcategory("9217"), s => s.AccountLockout),
        ("SpecialLogon", Subcategory("921b"), s => s.SpecialLogon),
        ("CredentialValidation", Subcategory("923f"), s => s.CredentialValidation),
        ("UserAccountManagement", Subcategory("9235"), s => s.UserAccountManagement),
        ("SecurityGroupManagement", Subcategory("9237"), s => s.SecurityGroupManagement),
        ("AuditPolicyChange", Subcategory("922f"), s => s.AuditPolicyChange),
        ("ProcessCreation", Subcategory("922b"), s => s.ProcessCreation),
        ("RemovableStorage", Subcategory("9245"), s => s.RemovableStorage),
    ];

    /// <summary>What must be audited at least; None demands nothing.</summary>
    public sealed record Settings
    {
        public AuditedEvents Logon { get; init; } = AuditedEvents.SuccessAndFailure;

        public AuditedEvents Logoff { get; init; } = AuditedEvents.Success;

        /// <summary>A sign-in to an account that is locked out is a failure.</summary>
        public AuditedEvents AccountLockout { get; init; } = AuditedEvents.Failure;

        public AuditedEvents SpecialLogon { get; init; } = AuditedEvents.Success;

        public AuditedEvents CredentialValidation { get; init; } = AuditedEvents.SuccessAndFailure;

        public AuditedEvents UserAccountManagement { get; init; } = AuditedEvents.Success;

        public AuditedEvents SecurityGroupManagement { get; init; } = AuditedEvents.Success;

        public AuditedEvents AuditPolicyChange { get; init; } = AuditedEvents.Success;

        public AuditedEvents ProcessCreation { get; init; }

        public AuditedEvents RemovableStorage { get; init; }
    }

    public override string Id => "audit-policy";

    public override string Item => "access-log";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new(
        "監査ポリシーが、サインインやアカウントの変更を記録する",
        "The audit policy records sign-ins and changes of accounts");

    public override Text Remedy => new(
        "GPO［コンピューターの構成］→［Windows の設定］→［セキュリティの設定］→［監査ポリシーの詳細な構成］で、不足しているサブカテゴリの監査を有効にする。",
        "In Group Policy, Computer Configuration > Windows Settings > Security Settings > Advanced Audit Policy Configuration, enable the subcategories that are missing.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        EffectiveAuditPolicy policy = await EffectiveAuditPolicy.ReadAsync(host.Session, cancel).ConfigureAwait(false);
        List<Evidence> evidence = s_subcategories
            .Where(s => s.Demand(settings) != AuditedEvents.None)
            .Select(s => Judge(s.Name, policy[s.Id], s.Demand(settings)))
            .ToList();
        return evidence.Count == 0 ? Verdict.Unknown(Verdict.BaselineSilent) : Verdict.Of(evidence);
    }

    private static Evidence Judge(string name, AuditedEvents? actual, AuditedEvents demanded) => new(
        "auditpol " + name,
        Operators.AtLeast,
        demanded.ToString(),
        actual?.ToString() ?? Evidence.Absent,
        actual is null ? Outcome.Unknown : (actual & demanded) == demanded ? Outcome.Pass : Outcome.Fail);

    private static Guid Subcategory(string part) => new("0cce" + part + "-69ae-11d9-bed3-505054503030");
}
