using System;
using System.Globalization;
using MedHardening.Checklist;
using MedHardening.Reports;
using Newtonsoft.Json.Linq;

namespace MedHardening.Changes;

/// <summary>Who started a run that changes, from where, when and by which command.</summary>
/// <param name="Id">Also the name of the file.</param>
/// <param name="By">Account at the collector.</param>
/// <param name="From">Name of the collector.</param>
/// <param name="Command">As it was typed; it never holds a secret, since none can be given as text.</param>
public sealed record JournalHeader(string Id, DateTimeOffset StartedAt, string By, string From, string Command, BaselineReference? Baseline)
{
    internal const string Schema = "medhardening/journal/1";

    /// <summary>The header of a run that begins now, here.</summary>
    /// <param name="baseline">The baseline that the changes come from, if any.</param>
    public static JournalHeader Now(string command, BaselineReference? baseline)
    {
        DateTimeOffset now = DateTimeOffset.Now;
        string id = now.UtcDateTime.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture)
            + "-" + Guid.NewGuid().ToString("N").Substring(0, 4);
        string by = Environment.UserDomainName.Length > 0 ? Environment.UserDomainName + "\\" + Environment.UserName : Environment.UserName;
        return new JournalHeader(id, now, by, Environment.MachineName, command, baseline);
    }

    internal JObject ToJson() => new()
    {
        ["schema"] = Schema,
        ["run"] = Id,
        ["at"] = StartedAt.ToString("o", CultureInfo.InvariantCulture),
        ["by"] = By,
        ["from"] = From,
        ["command"] = Command,
        ["baseline"] = Baseline?.Path,
        ["baselineSha256"] = Baseline?.Sha256,
        ["tool"] = Tool.Version,
    };
}
