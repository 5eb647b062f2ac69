using System;
using System.Runtime.CompilerServices;

// It can be compiled against and never be run: .NET refuses to load it.
[assembly: ReferenceAssembly]

namespace Microsoft.Management.Infrastructure;

/// <summary>https://learn.microsoft.com/dotnet/api/microsoft.management.infrastructure.cimtype</summary>
public enum CimType
{
    Unknown, Boolean, UInt8, SInt8, UInt16, SInt16, UInt32, SInt32, UInt64, SInt64, Real32, Real64, Char16, DateTime, String, Reference,
    Instance, BooleanArray, UInt8Array, SInt8Array, UInt16Array, SInt16Array, UInt32Array, SInt32Array, UInt64Array, SInt64Array,
    Real32Array, Real64Array, Char16Array, DateTimeArray, StringArray, ReferenceArray, InstanceArray,
}

/// <summary>https://learn.microsoft.com/dotnet/api/microsoft.management.infrastructure.cimflags</summary>
[Flags]
public enum CimFlags : long
{
    None = 0,
    Key = 4096,
}

/// <summary>
/// The CIM status codes of DSP0200 §5.2.
/// https://learn.microsoft.com/dotnet/api/microsoft.management.infrastructure.nativeerrorcode
/// </summary>
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

/// <summary>https://learn.microsoft.com/dotnet/api/microsoft.management.infrastructure.cimexception</summary>
public class CimException : Exception
{
    public CimInstance ErrorData => throw null!;

    public string MessageId => throw null!;

    public NativeErrorCode NativeErrorCode => throw null!;
}
