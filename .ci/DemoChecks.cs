using System;
using System.IO;
using System.Linq;
using System.Text.Json;

// What the demo wrote, held against what its ledger and its hosts say. Run by .ci/run: dotnet run DemoChecks.cs -- FOLDER
string folder = args[0];
bool all = true;
foreach (string file in new[] { "report.html", "report.csv", "report.json", "ledger.csv", "baseline.yaml", "facility.yaml" })
    Check(File.Exists(Path.Combine(folder, file)), "the demo wrote " + file);

using JsonDocument report = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "report.json")));
JsonElement[] rows = report.RootElement.GetProperty("rows").EnumerateArray().ToArray();
Check(rows.Length == 19, "the form of 令和7年度 has 19 rows");
string[] parts = ["measured", "partly", "unreachable", "denied", "failed", "notAttempted", "notWindows"];
Check(rows.All(r => Adds(r.GetProperty("coverage"))), "the coverage of every row adds up to the ledger's computers in its scope");
(string Row, string Proposal, string Why)[] expected =
[
    ("removable-storage", "no", "PC-RECEPT02 has no policy at all"),
    ("background-services-client", "no", "PC-RECEPT02 runs TeamViewer and AnyDesk"),
    ("background-services-server", "undetermined", "SV-BACKUP01 is off, SV-PACS01 is excepted"),
    ("remote-maintenance", "no", "PC-RECEPT02 has TeamViewer and AnyDesk, of which nobody knew"),
    ("access-rights", "no", "user and support are administrators of PC-RECEPT02"),
    ("stale-accounts", "no", "nurse has not signed in to PC-RECEPT02 since 2023"),
    ("security-patches", "no", "PC-RECEPT02 was last updated in 2023, and its signatures are old"),
    ("password-strength", "no", "user of PC-RECEPT02 needs no password"),
    ("access-log", "no", "the security log of SV-PACS01 is small and reaches back twelve days"),
    ("two-factor", "attestationNeeded", "the plan is in time, but the document of the answer has changed"),
    ("backup", "no", "nobody has ever tried a restore"),
    ("connection-source", "attestationNeeded", "host firewalls only support it"),
    ("safety-officer", "yesCandidate", "a person answered, and nothing speaks against it"),
    ("bcp", "attestationNeeded", "nobody answered"),
];
foreach ((string row, string proposal, string why) in expected)
    Check(rows.Any(r => r.GetProperty("row").GetString() == row && Said(r, proposal)), row + " is proposed as " + proposal + ": " + why);
Check(!rows.Any(r => Said(r, "yesCandidate") && r.GetProperty("answer").GetString() != "yes"), "no はい候補 without a person's record");
return all ? 0 : 1;

bool Adds(JsonElement coverage) => parts.Sum(p => coverage.GetProperty(p).GetInt32()) == coverage.GetProperty("ledger").GetInt32();

bool Said(JsonElement row, string proposal) =>
    string.Equals(row.GetProperty("proposal").GetString(), proposal, StringComparison.OrdinalIgnoreCase);

void Check(bool holds, string what)
{
    all &= holds;
    Console.WriteLine((holds ? "ok " : "not ok ") + what);
}
