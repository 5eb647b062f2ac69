using System;
using System.Linq;
using MedHardening.Fleet;
using Newtonsoft.Json.Linq;

namespace MedHardening.Changes;

/// <summary>One computer with its changes, as journals and plan files hold it: how it is reached, who it is, what is to be changed.</summary>
internal static class HostJson
{
    public static JObject Write(HostPlan plan) => new()
    {
        ["host"] = plan.Computer.Name,
        ["address"] = plan.Computer.Address,
        ["port"] = plan.Computer.Port,
        ["serial"] = plan.Computer.Serial,
        ["ownName"] = plan.OwnName,
        ["ownSerial"] = plan.OwnSerial,
        ["changes"] = new JArray(plan.Changes.Select(ChangeJson.Write)),
    };

    /// <exception cref="FormatException">Something is missing or not understood.</exception>
    public static JournalledHost Read(JObject json)
    {
        string name = Text(json, "host");
        LedgerComputer computer = new(name, Text(json, "address"), "", Handling.Writable, 0)
        {
            Port = (int?)json["port"],
            Serial = (string?)json["serial"],
        };
        JArray changes = json["changes"] as JArray ?? throw new FormatException("changes");
        return new JournalledHost(computer, Text(json, "ownName"), Text(json, "ownSerial"), changes.Select(ChangeJson.Read).ToArray());
    }

    /// <exception cref="FormatException">It is missing.</exception>
    public static string Text(JObject json, string name) => (string?)json[name] ?? throw new FormatException(name);
}
