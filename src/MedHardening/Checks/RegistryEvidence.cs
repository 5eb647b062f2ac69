using System;
using System.Globalization;
using MedHardening.Cim;

namespace MedHardening.Checks;

/// <summary>Evidence from one number in the registry.</summary>
internal static class RegistryEvidence
{
    /// <param name="value">Null when it is absent.</param>
    /// <param name="isGood">Given the number, or null for an absent value: what absence means is the caller's, from the documentation.</param>
    public static Evidence Of(string key, string name, RegistryValue? value, string op, string expected, Func<uint?, bool> isGood)
    {
        string source = @"HKLM\" + key + "\\" + name;
        return value switch
        {
            null => new Evidence(source, op, expected, Evidence.Absent, isGood(null) ? Outcome.Pass : Outcome.Fail),
            { Data: uint number } => new Evidence(
                source, op, expected, number.ToString(CultureInfo.InvariantCulture), isGood(number) ? Outcome.Pass : Outcome.Fail),
            // Whether Windows honours a value of another type is not documented.
            _ => new Evidence(source, op, expected, value.Type + " " + CimValue.ToText(value.Data), Outcome.Unknown),
        };
    }
}
