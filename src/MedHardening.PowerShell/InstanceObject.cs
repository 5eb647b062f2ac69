using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using MedHardening.Cim;

namespace MedHardening.PowerShell;

/// <summary>Instances as PowerShell has them: a PSCustomObject with typed values.</summary>
internal static class InstanceObject
{
    public static PSObject Of(CimObject row, string? computer)
    {
        PSObject result = new();
        if (computer is not null)
            result.Properties.Add(new PSNoteProperty("PSComputerName", computer));
        foreach (KeyValuePair<string, object?> property in row.Properties)
        {
            // XML tells properties by case, PowerShell does not.
            if (result.Properties[property.Key] is null)
                result.Properties.Add(new PSNoteProperty(property.Key, Value(property.Value)));
        }
        if (row.ClassName.Length > 0)
            result.TypeNames.Insert(0, "MedHardening.Instance#" + row.ClassName);
        return result;
    }

    private static object? Value(object? value) => TypedValues.Of(value) switch
    {
        object?[] array => array.Select(Value).ToArray(),
        CimObject row => Of(row, null),
        DateTimeOffset instant => instant.LocalDateTime,
        { } other => other,
        null => null,
    };
}
