using System.Reflection;

namespace MedHardening.Reports;

/// <summary>What made the report.</summary>
internal static class Tool
{
    public const string Name = "MedHardening";

    /// <summary>Version without the commit that a build may append behind a plus sign.</summary>
    public static string Version { get; } =
        typeof(Tool).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
