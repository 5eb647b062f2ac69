using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

public static partial class Services
{
    private const string Namespace = "root/cimv2";
    private const string ClassName = "Win32_Service";

    /// <summary>One service as it is now, null when there is none of that name. Instances of per-user services are not folded.</summary>
    /// <exception cref="CimFault">The host does not tell.</exception>
    public static async Task<CimObject?> FindServiceAsync(this ICimSession session, string name, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> rows = await session
            .QueryAsync(CimQuery.FromWql(Namespace, "SELECT * FROM " + ClassName + " WHERE Name=" + CimQuery.Quoted(name)), cancel).ConfigureAwait(false);
        return rows.Count switch
        {
            0 => null,
            1 => rows[0],
            _ => throw new CimFault(CimFaultKind.Protocol, ClassName + " " + name + ": " + rows.Count + " instances") { Host = session.Target.Name },
        };
    }

    /// <summary>Calls a method of a service that changes it. Return codes: https://learn.microsoft.com/windows/win32/cimwin32prov/win32-service</summary>
    /// <exception cref="CimFault">It was refused, or nobody knows whether it was done; <see cref="CimFault.Code"/> has the return code.</exception>
    internal static async Task ChangeServiceAsync(
        this ICimSession session, string name, string method, KeyValuePair<string, object?>[] parameters, CancellationToken cancel)
    {
        const uint accessDenied = 2;
        CimObject answer = await session.InvokeAsync(
            new CimMethod(Namespace, ClassName, method) { Keys = new Dictionary<string, string> { ["Name"] = name }, Parameters = parameters },
            cancel).ConfigureAwait(false);
        uint? code = answer.UInt32("ReturnValue");
        if (code == 0)
            return;
        throw new CimFault(
            code is null ? CimFaultKind.Protocol : code == accessDenied ? CimFaultKind.AccessDenied : CimFaultKind.HostFault,
            ClassName + " " + name + ", " + method + ": ReturnValue " + code?.ToString(CultureInfo.InvariantCulture))
        {
            Code = code,
            Host = session.Target.Name,
        };
    }
}
