using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.Cim;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MedHardening.Changes;

/// <summary>Changes as JSON and back, for journals and plan files, which are untrusted when they are read.</summary>
internal static class ChangeJson
{
    public static JObject Write(Change change)
    {
        JObject json = change switch
        {
            RegistryValueChange c => new JObject
            {
                ["kind"] = "registryValue", ["hive"] = c.Hive.ToString(), ["path"] = c.Path, ["name"] = c.Name, ["old"] = c.Old, ["new"] = c.New,
            },
            RegistryKeyChange c => new JObject { ["kind"] = "registryKey", ["hive"] = c.Hive.ToString(), ["path"] = c.Path },
            ServiceStartChange c => new JObject { ["kind"] = "serviceStart", ["service"] = c.Service, ["old"] = c.Old, ["new"] = c.New },
            ServiceStateChange c => new JObject { ["kind"] = "serviceState", ["service"] = c.Service, ["runs"] = c.Runs },
            MethodChange c => new JObject
            {
                ["kind"] = "method", ["namespace"] = c.Namespace, ["class"] = c.ClassName, ["keys"] = JObject.FromObject(c.Keys),
                ["property"] = c.Property, ["old"] = c.Old, ["new"] = c.New, ["apply"] = Write(c.Apply), ["revert"] = Write(c.Revert),
            },
            _ => throw new NotSupportedException(change.GetType().Name),
        };
        json["why"] = change.Why;
        json["effect"] = change.Effect.ToString();
        return json;
    }

    /// <exception cref="FormatException">It is no change.</exception>
    public static Change Read(JToken json)
    {
        try
        {
            string why = Text(json, "why");
            ChangeEffect effect = Word<ChangeEffect>(json, "effect");
            return Text(json, "kind") switch
            {
                "registryValue" => new RegistryValueChange(
                    Word<RegistryHive>(json, "hive"), Text(json, "path"), Text(json, "name"),
                    RegistryText.Parse(Text(json, "old")), RegistryText.Parse(Text(json, "new")), why, effect),
                "registryKey" => new RegistryKeyChange(Word<RegistryHive>(json, "hive"), Text(json, "path"), why),
                "serviceStart" => new ServiceStartChange(Text(json, "service"), Text(json, "old"), Text(json, "new"), why),
                "serviceState" => new ServiceStateChange(Text(json, "service"), (bool?)json["runs"] ?? throw new FormatException("runs"), why),
                "method" => new MethodChange(
                    Text(json, "namespace"), Text(json, "class"), Pairs(json["keys"]).ToDictionary(p => p.Key, p => p.Value as string ?? throw new FormatException("keys")),
                    Text(json, "property"), Text(json, "old"), Text(json, "new"), Method(json["apply"]), Method(json["revert"]), why, effect),
                var kind => throw new FormatException(kind),
            };
        }
        catch (Exception e) when (e is JsonException or InvalidCastException or InvalidOperationException or ArgumentException or OverflowException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static JObject Write(NamedMethod method) =>
        new() { ["name"] = method.Name, ["parameters"] = new JObject(method.Parameters.Select(p => new JProperty(p.Key, p.Value))) };

    private static NamedMethod Method(JToken? json) =>
        json is JObject ? new NamedMethod(Text(json, "name"), Pairs(json["parameters"]).ToArray()) : throw new FormatException("method");

    private static IEnumerable<KeyValuePair<string, object?>> Pairs(JToken? json) => json is JObject map
        ? map.Properties().Select(p => new KeyValuePair<string, object?>(p.Name, p.Value is JValue value ? value.Value : throw new FormatException(p.Name)))
        : throw new FormatException("pairs");

    private static string Text(JToken json, string name) => json is JObject map && map[name] is JValue { Type: JTokenType.String } value
        ? (string)value!
        : throw new FormatException(name);

    private static T Word<T>(JToken json, string name)
        where T : struct, Enum => Enum.TryParse(Text(json, name), out T word) && Enum.IsDefined(typeof(T), word) ? word : throw new FormatException(name);
}
