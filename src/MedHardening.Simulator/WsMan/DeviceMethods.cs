using System;
using System.Linq;
using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.WsMan;

/// <summary>
/// Win32_PnPEntity.GetDeviceProperties, the way to the times at which a device was plugged in
/// (https://learn.microsoft.com/windows/win32/cimwin32prov/getdeviceproperties-win32-pnpentity). A property is asked for by its name
/// (<c>DEVPKEY_Device_LastArrivalDate</c>) or by its key (<c>{83DA6326-…} 102</c>); that one which a device does not have is left
/// out, as here, was not verified on Windows.
/// </summary>
internal static class DeviceMethods
{
    private const string Namespace = "root/cimv2";

    private static readonly string[] s_kinds = ["Boolean", "DateTime", "String", "StringArray", "Uint32"];

    public static MethodResult Invoke(Exchange exchange, ResourceAddress address, MethodCall call)
    {
        if (call.Method != "GetDeviceProperties")
            throw Faults.InvalidMethod(call.Method);
        string device = (string)GetOperation.Find(exchange, address)["DeviceID"]!;
        string[] wanted = call.Texts("devicePropertyKeys");
        SimulatedHost host = exchange.Host;
        CimInstance[] found = s_kinds
            .Select(kind => host.Data.FindClass(Namespace, "Win32_PnPDeviceProperty" + kind))
            .OfType<CimClass>()
            .SelectMany(host.Instances)
            .Where(p => Is(p["DeviceID"], device) && (wanted.Length == 0 || wanted.Any(w => Is(p["KeyName"], w) || Is(p["Key"], w))))
            .ToArray();
        return new MethodResult(0).SetInstances("deviceProperties", found);
    }

    private static bool Is(object? value, string text) => text.Equals(value as string, StringComparison.OrdinalIgnoreCase);
}
