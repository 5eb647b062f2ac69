using System;
using MedHardening.Simulator.Cim;
using MedHardening.Simulator.Registry;

namespace MedHardening.Simulator.WsMan;

/// <summary>A method: its action is the resource URI and its name (MS-WSMV §4.1.4).</summary>
internal static class InvokeOperation
{
    private const string RegistryProvider = "StdRegProv";

    // The class is in both namespaces of current Windows; that it is in root/cimv2 was not verified there.
    private static readonly string[] s_registryNamespaces = ["root/default", "root/cimv2"];

    public static void Invoke(Exchange exchange)
    {
        WsManRequest request = exchange.Request;
        ResourceAddress address = ResourceAddress.Of(request);
        string action = request.Action!;
        int slash = request.ResourceUri!.Length;
        if (action.IndexOf('/', slash + 1) >= 0)
            throw Faults.ActionNotSupported(action);
        MethodCall call = new(action[(slash + 1)..], request.Body, request.WmiContext);
        SimulatedHost host = exchange.Host;
        if (!host.Data.HasNamespace(address.Namespace))
            throw Faults.InvalidNamespace(address.Namespace);

        (string className, MethodResult result) = MethodCall.OnlyReads(call.Method)
            ? Run(exchange, address, call)
            : host.Writes.Do(call.Method, () => Run(exchange, address, call));
        exchange.Begin(action + "Response");
        ReplyBuffer reply = exchange.Reply;
        reply.Raw("<p:"u8).Text(call.Method).Raw("_OUTPUT xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:p=\""u8)
            .Raw(new UriStyle(address.Namespace, address.IsDmtf).Base).Ascii(className)
            .Raw("\" xmlns:cim=\"http://schemas.dmtf.org/wbem/wscim/1/common\">"u8);
        result.WriteTo(exchange, new UriStyle(address.Namespace, address.IsDmtf));
        reply.Raw("</p:"u8).Text(call.Method).Raw("_OUTPUT>"u8);
    }

    private static (string ClassName, MethodResult Result) Run(Exchange exchange, ResourceAddress address, MethodCall call)
    {
        string ns = CimNamespace.Normal(address.Namespace);
        if (address.ClassName.Equals(RegistryProvider, StringComparison.OrdinalIgnoreCase) && Array.IndexOf(s_registryNamespaces, ns) >= 0)
            return (RegistryProvider, StdRegProv.Invoke(exchange.Host, call));
        string className = GetOperation.FindClass(exchange.Host, address).Name;
        return (className, (ns, className) switch
        {
            ("root/cimv2", "Win32_Service") => ServiceMethods.Invoke(exchange, address, call),
            ("root/cimv2", "Win32_PnPEntity") => DeviceMethods.Invoke(exchange, address, call),
            _ => throw Faults.InvalidMethod(call.Method),
        });
    }
}
