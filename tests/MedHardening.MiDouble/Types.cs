using System;
using System.Collections.Generic;
using System.Linq;

namespace Microsoft.Management.Infrastructure;

public enum CimType
{
    Unknown, Boolean, UInt8, SInt8, UInt16, SInt16, UInt32, SInt32, UInt64, SInt64, Real32, Real64, Char16, DateTime, String, Reference,
    Instance, BooleanArray, UInt8Array, SInt8Array, UInt16Array, SInt16Array, UInt32Array, SInt32Array, UInt64Array, SInt64Array,
    Real32Array, Real64Array, Char16Array, DateTimeArray, StringArray, ReferenceArray, InstanceArray,
}

[Flags]
public enum CimFlags : long
{
    None = 0,
    Key = 4096,
}

public enum NativeErrorCode
{
    Ok = 0,
    Failed = 1,
    AccessDenied = 2,
    InvalidNamespace = 3,
    InvalidClass = 5,
    NotFound = 6,
    NotSupported = 7,
    InvalidQuery = 15,
    ServerLimitsExceeded = 27,
    ServerIsShuttingDown = 28,
}

public class CimException(NativeErrorCode code, string message, CimInstance? errorData, string? messageId) : Exception(message)
{
    public CimInstance? ErrorData => errorData;

    public string? MessageId => messageId;

    public NativeErrorCode NativeErrorCode => code;
}

/// <summary>The .NET types that MI has for the CIM types, and takes no other ones for.</summary>
internal static class CimTypes
{
    private static readonly Type[][] s_scalars =
    [
        [], [typeof(bool)], [typeof(byte)], [typeof(sbyte)], [typeof(ushort)], [typeof(short)], [typeof(uint)], [typeof(int)],
        [typeof(ulong)], [typeof(long)], [typeof(float)], [typeof(double)], [typeof(char)], [typeof(DateTime), typeof(TimeSpan)],
        [typeof(string)], [typeof(CimInstance)], [typeof(CimInstance)],
    ];

    /// <exception cref="ArgumentException">The value is not of the type, or an array with a null in it.</exception>
    public static object Checked(object? value, CimType type)
    {
        int index = (int)type;
        bool isArray = index > (int)CimType.Instance;
        IEnumerable<Type> allowed = s_scalars[isArray ? index - (int)CimType.Instance : index]
            .Select(t => isArray ? t.MakeArrayType() : t);
        if (value is not null && !allowed.Contains(value.GetType()))
            throw new ArgumentException(value.GetType() + " is not " + type);
        if (value is object?[] items && items.Contains(null))
            throw new ArgumentException("a null in an array");
        return value!;
    }
}
