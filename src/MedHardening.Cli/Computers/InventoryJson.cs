using System.Collections.Generic;
using System.IO;
using MedHardening.Fleet.Inventory;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Serialization;

namespace MedHardening.Cli.Computers;

/// <summary>The computers as a JSON array, each member by the name of its property.</summary>
internal static class InventoryJson
{
    public static void Write(IReadOnlyList<InventoryComputer> computers, TextWriter output)
    {
        JsonSerializer serializer = new()
        {
            Formatting = Formatting.Indented,
            ContractResolver = new CamelCasePropertyNamesContractResolver(),
            Converters = { new StringEnumConverter() },
        };
        serializer.Serialize(output, computers);
        output.WriteLine();
    }
}
