using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Passwords;

/// <summary>
/// The password policy that Group Policy delivered to a computer, from the Resultant Set of Policy:
/// https://learn.microsoft.com/previous-versions/windows/desktop/policy/rsop-securitysettingnumeric. It is empty where nothing was
/// delivered or its logging is off, and does not know what was set on the computer itself.
/// </summary>
internal static class DeliveredPolicy
{
    private const string Namespace = "root/rsop/computer";

    /// <exception cref="CimFault">The namespace could not be read.</exception>
    public static async Task<PasswordPolicy> ReadAsync(ICimSession host, CancellationToken cancel)
    {
        IReadOnlyDictionary<string, long?> numbers = await ReadAsync(host, "RSOP_SecuritySettingNumeric", n => n.Int64("Setting"), cancel)
            .ConfigureAwait(false);
        IReadOnlyDictionary<string, bool?> switches = await ReadAsync(host, "RSOP_SecuritySettingBoolean", s => s.Boolean("Setting"), cancel)
            .ConfigureAwait(false);
        return new PasswordPolicy
        {
            Source = new PolicySource(PolicyKind.Delivered, host.Target.Name),
            MinimumLength = Of(PolicySetting.MinimumLength),
            Complexity = Is(PolicySetting.Complexity),
            MaximumAge = Days(PolicySetting.MaximumAge),
            MinimumAge = Days(PolicySetting.MinimumAge),
            History = Of(PolicySetting.History),
            LockoutThreshold = Of(PolicySetting.LockoutThreshold),
            LockoutDuration = Of(PolicySetting.LockoutDuration) is { } minutes ? Period.OfMinutes(minutes) : null,
            ReversibleEncryption = Is(PolicySetting.ReversibleEncryption),
        };

        long? Of(PolicySetting setting) => numbers.TryGetValue(setting.Template, out long? value) ? value : null;
        bool? Is(PolicySetting setting) => switches.TryGetValue(setting.Template, out bool? value) ? value : null;
        Period? Days(PolicySetting setting) => Of(setting) is { } days ? Period.OfDays(days) : null;
    }

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
