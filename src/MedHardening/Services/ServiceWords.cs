using System;

namespace MedHardening.Services;

/// <summary>The words of WMI and of Get-Service for what a service does and how it starts.</summary>
internal static class ServiceWords
{
    /// <summary><c>Win32_Service.StartMode</c>: Boot, System, Auto, Manual, Disabled.</summary>
    public static ServiceStartType Start(string startMode, bool isDelayed) => startMode switch
    {
        "Auto" => isDelayed ? ServiceStartType.AutomaticDelayed : ServiceStartType.Automatic,
        "Manual" => ServiceStartType.Manual,
        "Disabled" => ServiceStartType.Disabled,
        "Boot" => ServiceStartType.Boot,
        "System" => ServiceStartType.System,
        _ => ServiceStartType.Unknown,
    };

    /// <summary><c>Win32_Service.State</c>: Running, Start Pending, …</summary>
    public static ServiceRun State(string state) =>
        Enum.TryParse(state.Replace(" ", ""), out ServiceRun run) ? run : ServiceRun.Unknown;

    /// <summary>
    /// As Get-Service prints it: ServiceStartMode knows no delayed start.
    /// https://learn.microsoft.com/dotnet/api/system.serviceprocess.servicestartmode
    /// </summary>
    public static string GetServiceStart(ServiceStartType start) => start switch
    {
        ServiceStartType.AutomaticDelayed => nameof(ServiceStartType.Automatic),
        ServiceStartType.Unknown => "",
        _ => start.ToString(),
    };

    /// <summary>As Get-Service prints it. https://learn.microsoft.com/dotnet/api/system.serviceprocess.servicecontrollerstatus</summary>
    public static string GetServiceStatus(ServiceRun state) => state == ServiceRun.Unknown ? "" : state.ToString();
}
