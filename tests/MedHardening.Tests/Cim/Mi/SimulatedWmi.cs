using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using MedHardening.Cim;
using MedHardening.MiDouble;
using MedHardening.Simulator;
using MedHardening.Simulator.Cim;
using Mmi = Microsoft.Management.Infrastructure;

namespace MedHardening.Tests.Cim.Mi;

/// <summary>
/// Simulated hosts behind MI: what the WS-Man client gets of them, with the CIM types of their classes, as the providers of WMI have them.
/// </summary>
internal sealed partial class SimulatedWmi(Func<string?, (SimulatedHost Host, ICimSession Session)> find)
{
    // https://learn.microsoft.com/previous-versions/windows/desktop/regprov/stdregprov
    private static readonly Dictionary<string, Mmi.CimType> s_registry = new()
    {
        ["EnumKey.sNames"] = Mmi.CimType.StringArray,
        ["EnumValues.sNames"] = Mmi.CimType.StringArray,
        ["EnumValues.Types"] = Mmi.CimType.SInt32Array,
        ["GetStringValue.sValue"] = Mmi.CimType.String,
        ["GetExpandedStringValue.sValue"] = Mmi.CimType.String,
        ["GetMultiStringValue.sValue"] = Mmi.CimType.StringArray,
        ["GetDWORDValue.uValue"] = Mmi.CimType.UInt32,
        ["GetQWORDValue.uValue"] = Mmi.CimType.UInt64,
        ["GetBinaryValue.uValue"] = Mmi.CimType.UInt8Array,
        ["CheckAccess.bGranted"] = Mmi.CimType.Boolean,
    };

    public IEnumerable<object> Answer(Question question)
    {
        (SimulatedHost host, ICimSession session) = find(question.Computer);
        try
        {
            return question.Method is null ? Rows(host, session, question) : [Call(session, question, question.Method)];
        }
        catch (CimFault fault)
        {
            throw new Mmi.CimException(
                Mmi.NativeErrorCode.Failed, fault.Message, MiHost.Row("MSFT_WmiError", ("error_Code", Mmi.CimType.UInt32, fault.Code ?? Code(fault.Kind))), null);
        }
    }

    private static IEnumerable<object> Rows(SimulatedHost host, ICimSession session, Question question)
    {
        CimQuery query = question.Wql is null
            ? CimQuery.Class(question.Namespace, question.ClassName!)
            : CimQuery.FromWql(question.Namespace, question.Wql);
        foreach ((string name, (object value, _, _)) in question.Options.Custom)
            query = query.With(name, value);
        string from = question.ClassName ?? From().Match(question.Wql!).Groups[1].Value;
        return session.QueryAsync(query, CancellationToken.None).GetAwaiter().GetResult()
            .Select(row => Instance(host, question.Namespace, from, row)).ToArray();
    }

    private static Mmi.CimMethodResult Call(ICimSession session, Question question, string method)
    {
        CimObject answer = session.InvokeAsync(
            new CimMethod(question.Namespace, question.ClassName!, method)
            {
                Parameters = question.Parameters.Select(p => new KeyValuePair<string, object?>(p.Key, p.Value.Value)).ToArray(),
            },
            CancellationToken.None).GetAwaiter().GetResult();
        return MiHost.Result(answer.UInt32("ReturnValue")!.Value, answer.Properties
            .Where(p => p.Key != "ReturnValue")
            .Select(p => (p.Key, s_registry[method + "." + p.Key], Typed(s_registry[method + "." + p.Key], p.Value, null))).ToArray());
    }

    private static Mmi.CimInstance Instance(SimulatedHost host, string ns, string from, CimObject row)
    {
        CimClass type = host.Data.FindClass(ns, row.ClassName.Length > 0 ? row.ClassName : from)!;
        Mmi.CimInstance instance = new(type.Name, ns);
        // WS-Man leaves null arrays out; MI has every property, but of a projection those that were asked for.
        foreach (CimProperty property in type.Properties.Where(p => row.ClassName.Length > 0 || row.Has(p.Name)))
        {
            Mmi.CimType cim = Enum.Parse<Mmi.CimType>(property.Type.Kind switch
            {
                CimKind.Interval => "DateTime",
                CimKind.Object => "Instance",
                _ => property.Type.Kind.ToString(),
            } + (property.Type.IsArray ? "Array" : ""));
            object? value = Typed(cim, row[property.Name], inner => Instance(host, ns, property.Type.ClassName ?? "", inner));
            instance.CimInstanceProperties.Add(Mmi.CimProperty.Create(property.Name, value, cim, Mmi.CimFlags.None));
        }
        return instance;
    }

    private static object? Typed(Mmi.CimType type, object? value, Func<CimObject, Mmi.CimInstance>? embedded)
    {
        if (value is null)
            return null;
        if (type > Mmi.CimType.Instance)
        {
            object[] items = CimValue.ToList(value).Select(item => Typed(type - (int)Mmi.CimType.Instance, item, embedded)!).ToArray();
            Array typed = Array.CreateInstance(ScalarOf(type - (int)Mmi.CimType.Instance), items.Length);
            items.CopyTo(typed, 0);
            return typed;
        }
        return (type, value) switch
        {
            (Mmi.CimType.DateTime, DateTimeOffset time) => time.LocalDateTime,
            (Mmi.CimType.DateTime, TimeSpan interval) => interval,
            (Mmi.CimType.Instance, CimObject inner) => embedded!(inner),
            (Mmi.CimType.Reference, CimObject link) => MiHost.Row(
                link.ClassName, link.Properties.Select(p => (p.Key, Mmi.CimType.String, (object?)CimValue.ToStringOrNull(p.Value))).ToArray()),
            _ => Convert.ChangeType(CimValue.ToStringOrNull(value), ScalarOf(type), CultureInfo.InvariantCulture),
        };
    }

    private static Type ScalarOf(Mmi.CimType type) => type switch
    {
        Mmi.CimType.UInt8 => typeof(byte),
        Mmi.CimType.SInt8 => typeof(sbyte),
        Mmi.CimType.Real32 => typeof(float),
        Mmi.CimType.Real64 => typeof(double),
        Mmi.CimType.Char16 => typeof(char),
        Mmi.CimType.Instance or Mmi.CimType.Reference => typeof(Mmi.CimInstance),
        _ => Type.GetType("System." + type.ToString().Replace("SInt", "Int", StringComparison.Ordinal))!,
    };

    private static uint Code(CimFaultKind kind) => kind switch
    {
        CimFaultKind.ClassNotFound => 0x80041010,
        CimFaultKind.NamespaceNotFound => 0x8004100E,
        CimFaultKind.AccessDenied => 0x80041003,
        CimFaultKind.InvalidQuery => 0x80041017,
        CimFaultKind.AuthenticationFailed => 1326,
        _ => 0x80041001,
    };

    [GeneratedRegex(@"\bFROM\s+(\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex From();
}
