using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.CredentialProviders;

namespace MedHardening.Checks;

/// <summary>
/// Windows takes no password alone: a smart card is required, or Windows Hello for Business is on and the password provider is
/// excluded, or a provider that the facility names is registered. A policy is not yet an enrolment, and the checklist is about the
/// medical systems, so this only supports. Keys of Passport.admx and CredentialProviders.admx; scforceoption:
/// https://learn.microsoft.com/windows/security/threat-protection/security-policy-settings/interactive-logon-require-windows-hello-for-business-or-smart-card
/// </summary>
internal sealed class SecondFactorSignIn : HostCheck<SecondFactorSignIn.Settings>
{
    private const string SystemKey = @"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System";
    private const string HelloKey = @"SOFTWARE\Policies\Microsoft\PassportForWork";
    private const string Authentication = @"SOFTWARE\Microsoft\Windows\CurrentVersion\Authentication\";

    public sealed record Settings
    {
        /// <summary>Class ids, in braces, of credential providers that ask for two factors and hide the password.</summary>
        public IReadOnlyList<string> EnforcingProviders { get; init; } = [];
    }

    public override string Id => "second-factor-sign-in";

    public override string Item => "two-factor";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new(
        "Windows のサインインがパスワードだけでは許されない", "Windows takes no password alone");

    public override Text Remedy => new(
        "GPO でスマート カードまたは Windows Hello for Business を必須にする。二要素認証の製品を使うなら、その CLSID をベースラインの enforcingProviders に書く。",
        "Require a smart card or Windows Hello for Business by Group Policy. With a product for two factors, put its CLSID into 'enforcingProviders' in the baseline.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        ICimSession session = host.Session;
        RegistryValue? card = await ReadAsync(session, SystemKey, "scforceoption", RegistryType.DWord, cancel).ConfigureAwait(false);
        RegistryValue? hello = await ReadAsync(session, HelloKey, "Enabled", RegistryType.DWord, cancel).ConfigureAwait(false);
        RegistryValue? excluded = await ReadAsync(session, SystemKey, "ExcludedCredentialProviders", RegistryType.String, cancel).ConfigureAwait(false);
        IReadOnlyList<string>? providers = await session
            .ReadSubKeysAsync(RegistryHive.LocalMachine, Authentication + "Credential Providers", cancel).ConfigureAwait(false);

        Evidence cardEvidence = RegistryEvidence.Of(SystemKey, "scforceoption", card, Operators.Equals, "1", n => n == 1);
        if (cardEvidence.Outcome == Outcome.Pass)
            return Verdict.Of([cardEvidence]);
        Evidence[] helloEvidence = [RegistryEvidence.Of(HelloKey, "Enabled", hello, Operators.Equals, "1", n => n == 1), Excluded(excluded)];
        if (helloEvidence.All(e => e.Outcome == Outcome.Pass))
            return Verdict.Of(helloEvidence);
        string? enforcing = settings.EnforcingProviders.FirstOrDefault(p => providers?.Contains(p, StringComparer.OrdinalIgnoreCase) == true);
        if (enforcing is not null)
            return Verdict.Of([Provider(enforcing, Outcome.Pass)]);

        // A provider that nobody named may be the one that hides the password.
        IEnumerable<Evidence> others = (providers ?? [])
            .Where(p => !KnownCredentialProviders.Default.Providers.Any(k => string.Equals(k.ClassId, p, StringComparison.OrdinalIgnoreCase)))
            .Select(p => Provider(p, Outcome.Unknown));
        Evidence[] open = [cardEvidence, .. helloEvidence, .. others];
        return open.Any(e => e.Outcome == Outcome.Unknown) ? Verdict.Unknown("ProviderUnproven", open) : Verdict.Of(open);
    }

    private static Task<RegistryValue?> ReadAsync(ICimSession session, string key, string name, RegistryType type, CancellationToken cancel) =>
        session.ReadValueAsync(RegistryHive.LocalMachine, key, name, type, cancel);

    // A list of class ids with commas between them (CredentialProviders.admx, ExcludedCredentialProviders).
    private static Evidence Excluded(RegistryValue? value)
    {
        string source = @"HKLM\" + SystemKey + @"\ExcludedCredentialProviders";
        string actual = value is null ? Evidence.Absent : value.Data as string ?? value.Type.ToString();
        bool hidden = actual.Split(',').Any(p => string.Equals(p.Trim(), KnownCredentialProviders.Password, StringComparison.OrdinalIgnoreCase));
        return new Evidence(
            source, Operators.Exists, KnownCredentialProviders.Password, actual, hidden ? Outcome.Pass : value is { Data: null } ? Outcome.Unknown : Outcome.Fail);
    }

    private static Evidence Provider(string classId, Outcome outcome) => new(
        @"HKLM\" + Authentication + "Credential Providers", Operators.SubsetOf, "enforcingProviders", KnownCredentialProviders.Default.NameOf(classId), outcome);
}
