using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using MedHardening.Baselines;
using MedHardening.Baselines.Yaml;
using MedHardening.Checklist;
using MedHardening.Checklist.Records;
using Newtonsoft.Json.Linq;

namespace MedHardening.Tests.Baselines;

/// <summary>JSON Schema (draft 7, which yaml-language-server reads) of the records that files are read into.</summary>
internal sealed class EditorSchema(IReadOnlyDictionary<string, JToken> byKey)
{
    // Written once and referred to: a record names them dozens of times.
    private static readonly Type[] s_shared = [typeof(Person), typeof(Document)];

    private readonly JObject _definitions = [];

    /// <summary>The records that others refer to, by the name of their type; empty when none did.</summary>
    public JObject Definitions => _definitions;

    public static JObject Root(string title, JObject schema)
    {
        JObject root = new() { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = title };
        root.Merge(schema);
        return root;
    }

    public JObject Record(Type type)
    {
        IReadOnlyList<PropertyInfo> properties = Keys.Of(type);
        object empty = Activator.CreateInstance(type)!;
        JObject schema = new()
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JObject(properties.Select(p => new JProperty(Keys.Camel(p.Name), Property(p, empty)))),
        };
        string[] required = [.. properties.Where(Keys.IsRequired).Select(p => Keys.Camel(p.Name))];
        if (required.Length > 0)
            schema["required"] = new JArray(required);
        return schema;
    }

    private JToken Property(PropertyInfo property, object empty)
    {
        if (byKey.TryGetValue(Keys.Camel(property.Name), out JToken? known))
            return known.DeepClone();
        JObject schema = Value(property.PropertyType);
        if (property.GetCustomAttribute<WithinAttribute>() is { } within)
        {
            JObject number = (JObject?)schema["additionalProperties"] ?? (JObject?)schema["items"] ?? schema;
            number["minimum"] = within.Least;
            number["maximum"] = within.Most;
        }

        bool mayBeEmpty = !Keys.IsRequired(property) && property.GetValue(empty) is null;
        if (mayBeEmpty && schema["$ref"] is not null)
            schema = new JObject { ["anyOf"] = new JArray(schema, new JObject { ["type"] = "null" }) };
        else if (mayBeEmpty)
            schema["type"] = new JArray((string)schema["type"]!, "null");
        return schema;
    }

    private JObject Value(Type type)
    {
        Type bare = Nullable.GetUnderlyingType(type) ?? type;
        if (bare.IsGenericType && bare.GetGenericTypeDefinition() == typeof(Located<>))
            return Value(bare.GetGenericArguments()[0]);
        if (Keys.ElementOf(bare) is { } element)
            return new JObject { ["type"] = "array", ["items"] = Value(element) };
        if (Keys.PairOf(bare) is { } pair)
            return Map(pair.Key, pair.Value);
        if (bare.IsEnum)
            return new JObject { ["type"] = "string", ["enum"] = new JArray(Keys.Words(bare)) };
        return ScalarBinder.Knows(bare) ? new JObject { ["type"] = NameOf(bare) } : s_shared.Contains(bare) ? Shared(bare) : Record(bare);
    }

    private JObject Shared(Type type)
    {
        if (!_definitions.ContainsKey(type.Name))
            _definitions[type.Name] = Record(type);
        return new JObject { ["$ref"] = "#/definitions/" + type.Name };
    }

    private JObject Map(Type key, Type value) => key.IsEnum
        ? new JObject
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JObject(Keys.Words(key).Select(w => new JProperty(w, Value(value)))),
        }
        : new JObject { ["type"] = "object", ["additionalProperties"] = Value(value) };

    private static string NameOf(Type type) =>
        type == typeof(bool) ? "boolean" : type == typeof(int) || type == typeof(uint) ? "integer" : "string";
}
