using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MedHardening.Baselines;
using MedHardening.Baselines.Yaml;
using MedHardening.Checks;
using MedHardening.Services;
using Newtonsoft.Json.Linq;
using Xunit;

namespace MedHardening.Tests.Baselines;

/// <summary>
/// The JSON Schemas that editors use say what the readers accept. After adding a check or a setting, run the tests once
/// with MEDHARDENING_UPDATE=1 and commit the files that changed.
/// </summary>
public class EditorSchemaTests
{
    private const string Update = "MEDHARDENING_UPDATE";

    private static readonly JObject s_off = new()
    {
        ["off"] = new JObject { ["type"] = "boolean", ["description"] = "true で点検を止めます（reason が必要） / true switches the check off (needs a reason)" },
        ["reason"] = new JObject { ["type"] = "string", ["description"] = "止める理由。報告書に載ります / why; printed in the report" },
    };

    [Fact]
    public void The_schema_of_baselines_knows_every_check_and_setting() => Holds("baseline.schema.json", Baseline());

    [Fact]
    public void The_schema_of_facility_records_knows_every_key() => Holds("facility.schema.json", Of(
        typeof(FacilityFile),
        "MedHardening: 施設の記録 / facility record",
        YamlFile.FacilitySchema,
        new Dictionary<string, JToken>
        {
            ["answer"] = Choice(["はい", "いいえ", "yes", "no", true, false, null]),
            ["kind"] = Choice(["病院", "診療所", "薬局", "事業者", "hospital", "clinic", "pharmacy", "vendor"]),
        }));

    [Fact]
    public void The_schema_of_profiles_knows_every_key() => Holds("profile.schema.json", Of(
        typeof(ProfileFile),
        "MedHardening: チェックリスト / checklist profile",
        YamlFile.ProfileSchema,
        new Dictionary<string, JToken>()));

    [Fact]
    public void The_schema_of_service_baselines_knows_every_key() => Holds("service-baseline.schema.json", Of(
        typeof(ServiceBaseline),
        "MedHardening: サービスの基準 / service baseline",
        YamlFile.ServiceBaselineSchema,
        new Dictionary<string, JToken>()));

    [Fact]
    public void No_check_has_a_setting_that_switches_it_off_in_its_own_way() =>
        Assert.DoesNotContain(CheckCatalog.All, c => Keys.Of(c.SettingsType).Any(p => s_off.ContainsKey(Keys.Camel(p.Name))));

    private static JObject Baseline()
    {
        EditorSchema schemas = new(new Dictionary<string, JToken>());
        JObject checks = new(CheckCatalog.All.Select(c => new JProperty(c.Id, Check(c, schemas))));
        JObject role = new(checks.Properties().Prepend(new JProperty("is", Choice(["server", "client"]))));
        return EditorSchema.Root("MedHardening: 基準 / baseline", new JObject
        {
            ["type"] = "object",
            ["required"] = new JArray("schema", "name", "profile"),
            ["additionalProperties"] = false,
            ["properties"] = new JObject
            {
                ["schema"] = new JObject { ["const"] = YamlFile.BaselineSchema },
                ["name"] = new JObject { ["type"] = "string" },
                ["profile"] = Choice([.. ProfileReader.Known]),
                ["defaults"] = Map(checks),
                ["roles"] = new JObject { ["type"] = new JArray("object", "null"), ["additionalProperties"] = Map(role) },
            },
        });
    }

    private static JObject Check(Check check, EditorSchema schemas)
    {
        JObject settings = schemas.Record(check.SettingsType);
        settings["type"] = new JArray("object", "null");
        settings["description"] = check.Title.Ja + " / " + check.Title.En;
        ((JObject)settings["properties"]!).Merge(s_off);
        return settings;
    }

    private static JObject Map(JObject properties) =>
        new() { ["type"] = new JArray("object", "null"), ["additionalProperties"] = false, ["properties"] = properties };

    private static JObject Of(Type type, string title, string schema, Dictionary<string, JToken> byKey)
    {
        byKey["schema"] = new JObject { ["const"] = schema };
        EditorSchema schemas = new(byKey);
        JObject root = EditorSchema.Root(title, schemas.Record(type));
        if (schemas.Definitions.Count > 0)
            root["definitions"] = schemas.Definitions;
        return root;
    }

    private static JObject Choice(IEnumerable<object?> words) => new() { ["enum"] = new JArray(words) };

    private static void Holds(string name, JObject expected)
    {
        string path = RepositoryFiles.Path("baselines/schema/" + name);
        string text = expected + "\n";
        if (Environment.GetEnvironmentVariable(Update) is not null)
            File.WriteAllText(path, text.ReplaceLineEndings("\n"));
        Assert.True(
            text.ReplaceLineEndings() == File.ReadAllText(path).ReplaceLineEndings(),
            $"{name} is out of step with the code. Run the tests once with {Update}=1 and commit the file.");
    }
}
