using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Management.Infrastructure;

namespace MedHardening.Cim.Mi;

/// <summary>What MI answers, as <see cref="CimObject"/>s.</summary>
internal static class OutValues
{
    // WMI itself nests a handful of instances.
    private const int MaxDepth = 16;

    /// <summary>The instance, which is released.</summary>
    /// <exception cref="CimFault">It nests deeper than allowed, or holds a value of no CIM type.</exception>
    public static CimObject Row(CimInstance instance)
    {
        using (instance)
            return Instance(instance, 0);
    }

    /// <summary>ReturnValue and out parameters, named as the WS-Man answer of the same method is.</summary>
    /// <exception cref="CimFault">The same.</exception>
    public static CimObject Result(CimMethod method, CimMethodResultBase result)
    {
        // The other kind of result comes only when it is asked for (EnableMethodResultStreaming).
        using CimMethodResult whole = (CimMethodResult)result;
        List<string> names = [];
        List<object?> values = [];
        foreach (CimMethodParameter parameter in whole.OutParameters)
        {
            names.Add(parameter.Name);
            values.Add(Value(parameter.Value, 0));
        }
        if (whole.ReturnValue is CimMethodParameter returned && !names.Contains(returned.Name, StringComparer.OrdinalIgnoreCase))
        {
            names.Add("ReturnValue");
            values.Add(Value(returned.Value, 0));
        }
        return new CimObject(method.Name + "_OUTPUT", [.. names], [.. values]);
    }

    private static CimObject Instance(CimInstance instance, int depth)
    {
        if (depth > MaxDepth)
            throw new CimFault(CimFaultKind.LimitExceeded, "an instance in " + depth + " others");
        List<string> names = [];
        List<object?> values = [];
        foreach (CimProperty property in instance.CimInstanceProperties)
        {
            names.Add(property.Name);
            values.Add(Value(property.Value, depth + 1));
        }
        return new CimObject(instance.CimSystemProperties.ClassName ?? "", [.. names], [.. values]);
    }

    private static object? Value(object? value, int depth) => value switch
    {
        null or string or bool or long or ulong or double or TimeSpan => value,
        byte or ushort or uint => Convert.ToUInt64(value, CultureInfo.InvariantCulture),
        sbyte or short or int => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        // 0.1 stays 0.1.
        float real => double.Parse(real.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        char c => c.ToString(),
        DateTime time => Time(time),
        CimInstance instance => Instance(instance, depth),
        IEnumerable list => list.Cast<object?>().Select(item => Value(item, depth)).ToArray(),
        _ => throw new CimFault(CimFaultKind.Protocol, "a value of type " + value.GetType().Name),
    };

    // MI has the infinite past and future of DSP0004 §5.2.4 as the ends of DateTime, which have no room for an offset.
    private static DateTimeOffset Time(DateTime time) =>
        time == DateTime.MinValue ? DateTimeOffset.MinValue
        : time == DateTime.MaxValue ? DateTimeOffset.MaxValue
        : new DateTimeOffset(time);
}
