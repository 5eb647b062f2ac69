using System;
using System.Linq;
using System.Text;
using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.Windows;

/// <summary>
/// The registry extension of Group Policy: writes what the Resultant Set of Policy says into the registry, whoever changed it
/// meanwhile (MS-GPREG §3.2.5.1).
/// </summary>
internal static class GroupPolicy
{
    public static void Refresh(SimulatedHost host)
    {
        if (host.Data.FindClass("root/rsop/computer", "RSOP_RegistryPolicySetting") is not { } type)
            return;
        foreach (CimInstance setting in host.Instances(type).Where(s => s["precedence"] is null or 1L))
        {
            if (setting["registryKey"] is not string key || setting["valueName"] is not string name || setting["value"] is not Array list)
                continue;
            byte[] bytes = list.Cast<object?>().Select(b => Convert.ToByte(b, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            object data = setting["valueType"] is 1L ? Encoding.Unicode.GetString(bytes).TrimEnd('\0') : BitConverter.ToUInt32(bytes);
            host.SetValue(@"HKLM\" + key, name, data);
        }
    }
}
