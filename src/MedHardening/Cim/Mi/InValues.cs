using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Management.Infrastructure;

namespace MedHardening.Cim.Mi;

/// <summary>What is said to MI: in parameters, keys, options. The CIM type is that of the .NET value.</summary>
internal static class InValues
{
    /// <summary>The in parameters. A null is left out, as that is what WMI takes an absent parameter for.</summary>
    /// <exception cref="CimFault">A value has no CIM type.</exception>
    public static CimMethodParametersCollection Parameters(CimMethod method)
    {
        CimMethodParametersCollection parameters = new();
        foreach (KeyValuePair<string, object?> parameter in method.Parameters)
        {
            if (Value(parameter.Value, method.Namespace) is object value)
                parameters.Add(CimMethodParameter.Create(parameter.Key, value, TypeOf(value), CimFlags.None));
        }
        return parameters;
    }

    /// <summary>The instance that a method is called on; null for a static method.</summary>
    public static CimInstance? Instance(CimMethod method)
    {
        if (method.Keys.Count == 0)
            return null;
        CimInstance instance = new(method.ClassName, method.Namespace);
        foreach (KeyValuePair<string, string> key in method.Keys)
            instance.CimInstanceProperties.Add(CimProperty.Create(key.Key, key.Value, CimType.String, CimFlags.Key));
        return instance;
    }

    /// <exception cref="CimFault">The value has no CIM type.</exception>
    public static CimType TypeOf(object value) => value switch
    {
        Array array => ScalarType(array.GetType().GetElementType()!) + (CimType.BooleanArray - CimType.Boolean),
        _ => ScalarType(value.GetType()),
    };

    private static CimType ScalarType(Type type) =>
        type == typeof(bool) ? CimType.Boolean
        : type == typeof(byte) ? CimType.UInt8
        : type == typeof(sbyte) ? CimType.SInt8
        : type == typeof(ushort) ? CimType.UInt16
        : type == typeof(short) ? CimType.SInt16
        : type == typeof(uint) ? CimType.UInt32
        : type == typeof(int) ? CimType.SInt32
        : type == typeof(ulong) ? CimType.UInt64
        : type == typeof(long) ? CimType.SInt64
        : type == typeof(float) ? CimType.Real32
        : type == typeof(double) ? CimType.Real64
        : type == typeof(char) ? CimType.Char16
        : type == typeof(DateTime) || type == typeof(TimeSpan) ? CimType.DateTime
        : type == typeof(string) ? CimType.String
        : type == typeof(CimInstance) ? CimType.Instance
        : throw new CimFault(CimFaultKind.NotSupported, type.Name + " has no CIM type");

    private static object? Value(object? value, string ns) => value switch
    {
        null or string => value,
        DateTimeOffset time => time.UtcDateTime,
        CimObject instance => Embedded(instance, ns),
        IEnumerable list => Items(list, ns),
        _ => value,
    };

    // MI wants arrays of the type itself.
    private static Array Items(IEnumerable list, string ns)
    {
        object[] items = list.Cast<object?>().Select(item => Value(item, ns)
            ?? throw new CimFault(CimFaultKind.NotSupported, "a null in an array")).ToArray();
        Array typed = Array.CreateInstance(items.Length > 0 ? items[0].GetType() : ElementOf(list), items.Length);
        if (items.Any(item => item.GetType() != typed.GetType().GetElementType()))
            throw new CimFault(CimFaultKind.NotSupported, "an array of several types");
        items.CopyTo(typed, 0);
        return typed;
    }

    private static Type ElementOf(IEnumerable empty) =>
        empty.GetType().GetElementType() is Type type && type != typeof(object) ? type : typeof(string);

    private static CimInstance Embedded(CimObject source, string ns)
    {
        CimInstance instance = new(source.ClassName, ns);
        foreach (KeyValuePair<string, object?> property in source.Properties)
        {
            if (Value(property.Value, ns) is object value)
                instance.CimInstanceProperties.Add(CimProperty.Create(property.Key, value, TypeOf(value), CimFlags.None));
        }
        return instance;
    }
}
