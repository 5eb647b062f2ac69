using System;

namespace MedHardening.Simulator.Cim;

/// <summary>The CIM data types (DSP0004 §5.2), with datetime split into points in time and intervals.</summary>
internal enum CimKind
{
    String,
    Boolean,
    UInt8,
    UInt16,
    UInt32,
    UInt64,
    SInt8,
    SInt16,
    SInt32,
    SInt64,
    Real32,
    Real64,
    Char16,
    DateTime,
    Interval,
    Object,
    Reference,
}

/// <summary>The type of a property as a class file names it: <c>uint16</c>, <c>string[]</c>, <c>object:MSFT_X[]</c>.</summary>
internal readonly record struct CimType(CimKind Kind, bool IsArray, string? ClassName)
{
    private const string ObjectPrefix = "object:";

    public bool IsInteger => Kind is >= CimKind.UInt8 and <= CimKind.SInt64 or CimKind.Char16;

    /// <returns>False for a word that is no CIM type.</returns>
    public static bool TryParse(string text, out CimType type)
    {
        type = default;
        string word = text.Trim();
        bool isArray = word.EndsWith("[]", StringComparison.Ordinal);
        if (isArray)
            word = word[..^2];
        if (word.StartsWith(ObjectPrefix, StringComparison.Ordinal))
        {
            type = new CimType(CimKind.Object, isArray, word[ObjectPrefix.Length..]);
            return true;
        }
        CimKind? kind = word switch
        {
            "string" => CimKind.String,
            "boolean" => CimKind.Boolean,
            "uint8" => CimKind.UInt8,
            "uint16" => CimKind.UInt16,
            "uint32" => CimKind.UInt32,
            "uint64" => CimKind.UInt64,
            "sint8" => CimKind.SInt8,
            "sint16" => CimKind.SInt16,
            "sint32" => CimKind.SInt32,
            "sint64" => CimKind.SInt64,
            "real32" => CimKind.Real32,
            "real64" => CimKind.Real64,
            "char16" => CimKind.Char16,
            "datetime" => CimKind.DateTime,
            "interval" => CimKind.Interval,
            "object" => CimKind.Object,
            "ref" => CimKind.Reference,
            _ => null,
        };
        type = new CimType(kind ?? CimKind.String, isArray, null);
        return kind is not null;
    }
}
