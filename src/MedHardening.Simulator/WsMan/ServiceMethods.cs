using MedHardening.Simulator.Cim;
using MedHardening.Simulator.Windows;

namespace MedHardening.Simulator.WsMan;

/// <summary>The methods of Win32_Service that change a service (https://learn.microsoft.com/windows/win32/cimwin32prov/win32-service).</summary>
internal static class ServiceMethods
{
    public static MethodResult Invoke(Exchange exchange, ResourceAddress address, MethodCall call)
    {
        SimulatedHost host = exchange.Host;
        CimInstance service = GetOperation.Find(exchange, address);
        return new MethodResult(call.Method switch
        {
            "StartService" => ServiceControl.Start(host, service),
            "StopService" => ServiceControl.Stop(host, service),
            "ChangeStartMode" => ServiceControl.ChangeStartMode(host, service, call.Text("StartMode") ?? ""),
            _ => throw Faults.InvalidMethod(call.Method),
        });
    }
}
