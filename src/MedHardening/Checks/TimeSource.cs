using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>
/// The clock follows a trusted source, so that logs of several systems fit together. Policy wins over the local setting (W32Time.admx):
/// https://learn.microsoft.com/windows-server/networking/windows-time-service/windows-time-service-tools-and-settings
/// </summary>
internal sealed class TimeSource : HostCheck<TimeSource.Settings>
{
    private const string Policy = @"SOFTWARE\Policies\Microsoft\W32Time\Parameters";
    private const string Local = @"SYSTEM\CurrentControlSet\Services\W32Time\Parameters";

    public sealed record Settings;

    public override string Id => "time-source";

    public override string Item => "access-log";

    public override Bearing Bearing => Bearing.Supports;

    public override Text Title => new("時計が信頼できる時刻源に同期している", "The clock follows a trusted source");

    public override Text Remedy => new(
        "Windows Time サービスを自動で起動し、ドメインまたは院内の NTP サーバに同期させる。",
        "Let the Windows Time service start by itself, and follow the domain or an NTP server in the house.");

    protected override async Task<Verdict> EvaluateAsync(HostView host, Settings settings, CancellationToken cancel)
    {
        IReadOnlyList<ServiceState> services = await host.Session.ReadServicesAsync(cancel).ConfigureAwait(false);
        string key = Policy;
        RegistryValue? type = await ReadAsync(host, key, "Type", cancel).ConfigureAwait(false);
        if (type is null)
            type = await ReadAsync(host, key = Local, "Type", cancel).ConfigureAwait(false);
        RegistryValue? server = await ReadAsync(host, key, "NtpServer", cancel).ConfigureAwait(false);
        ServiceState? service = services.FirstOrDefault(s => string.Equals(s.Name, "W32Time", StringComparison.OrdinalIgnoreCase));
        return Verdict.Of([Service(service), .. Type(key, type, server)]);
    }

    private static Task<RegistryValue?> ReadAsync(HostView host, string key, string name, CancellationToken cancel) =>
        host.Session.ReadValueAsync(RegistryHive.LocalMachine, key, name, RegistryType.String, cancel);

    // Started by a trigger on clients of a domain, so a stopped service that may start is no fault.
    private static Evidence Service(ServiceState? service) => new(
        "Win32_Service.Name=\"W32Time\".StartMode",
        Operators.SubsetOf,
        "Auto, Manual",
        service?.StartMode ?? Evidence.Absent,
        service is null || service.StartMode == "Disabled" ? Outcome.Fail : service.IsReadable ? Outcome.Pass : Outcome.Unknown);

    private static IEnumerable<Evidence> Type(string key, RegistryValue? type, RegistryValue? server)
    {
        // NT5DS follows the domain, NTP the servers of NtpServer, AllSync both, NoSync nothing.
        string text = type?.Data as string ?? Evidence.Absent;
        Outcome outcome = text.ToUpperInvariant() switch
        {
            "NT5DS" or "NTP" or "ALLSYNC" => Outcome.Pass,
            "NOSYNC" => Outcome.Fail,
            _ => Outcome.Unknown,
        };
        yield return new Evidence(@"HKLM\" + key + @"\Type", Operators.SubsetOf, "NT5DS, NTP, AllSync", text, outcome);
        if (string.Equals(text, "NTP", StringComparison.OrdinalIgnoreCase))
        {
            string name = server?.Data as string ?? "";
            yield return new Evidence(
                @"HKLM\" + key + @"\NtpServer", Operators.Exists, "", name.Length > 0 ? name : Evidence.Absent, name.Length > 0 ? Outcome.Pass : Outcome.Fail);
        }
    }
}
