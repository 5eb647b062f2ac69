using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Mi;
using MedHardening.MiDouble;
using Microsoft.Management.Infrastructure;

namespace MedHardening.Tests.Cim.Mi;

/// <summary>This computer through MI, with what a test puts behind it.</summary>
internal static class MiHost
{
    public static CimQuery Services { get; } = CimQuery.Class("root/cimv2", "Win32_Service");

    public static CimTarget Here { get; } = new("PC1") { Address = CimTarget.ThisComputer };

    public static async Task<(ICimSession Session, Wmi Wmi)> OpenAsync(Func<Question, IEnumerable<object>> answer, CimTarget? target = null)
    {
        Wmi wmi = Wmi.With(answer);
        return (await new MiTransport(CimTransport.Mi).OpenAsync(target ?? Here, CancellationToken.None), wmi);
    }

    public static CimInstance Row(string className, params (string Name, CimType Type, object? Value)[] properties)
    {
        CimInstance row = new(className, "root/cimv2");
        foreach ((string name, CimType type, object? value) in properties)
            row.CimInstanceProperties.Add(CimProperty.Create(name, value, type, CimFlags.None));
        return row;
    }

    public static CimMethodResult Result(uint returned, params (string Name, CimType Type, object? Value)[] others) => new(
        CimMethodParameter.Create("ReturnValue", returned, CimType.UInt32, CimFlags.None),
        [.. others.Select(o => CimMethodParameter.Create(o.Name, o.Value, o.Type, CimFlags.None))]);
}
