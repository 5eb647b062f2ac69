using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MedHardening.Tests.TestDoubles;

/// <summary>
/// The keywords of JSON Schema draft 2020-12 that our schemas use; any other keyword is an error here, so that none is
/// silently not looked at.
/// </summary>
internal static class SchemaCheck
{
    private static readonly string[] s_annotations = ["$schema", "$id", "$defs", "title", "description"];

    /// <summary>What does not hold, with its place in the document.</summary>
    public static IEnumerable<string> Errors(JObject schema, JToken document) => Errors(schema, schema, document);

    private static IEnumerable<string> Errors(JObject root, JObject schema, JToken value) => schema.Properties()
        .Where(keyword => !s_annotations.Contains(keyword.Name))
        .SelectMany(keyword => Keyword(root, schema, keyword.Name, keyword.Value, value));

    private static IEnumerable<string> Keyword(JObject root, JObject schema, string name, JToken argument, JToken value) => name switch
    {
        "$ref" => Errors(root, (JObject)root.SelectToken(((string)argument!)[2..].Replace('/', '.'))!, value),
        "type" => Check(Types(argument).Contains(TypeOf(value)), value, "is not a " + argument),
        "const" => Check(JToken.DeepEquals(argument, value), value, "is not " + argument),
        "enum" => Check(argument.Any(a => JToken.DeepEquals(a, value)), value, value + " is none of " + argument),
        "pattern" => Check(value.Type != JTokenType.String || Regex.IsMatch((string)value!, (string)argument!), value, "does not match " + argument),
        "minimum" => Check(value.Type != JTokenType.Integer || (long)value >= (long)argument, value, "is below " + argument),
        "required" => value is JObject o
            ? argument.Where(a => !o.ContainsKey((string)a!)).Select(a => value.Path + ": lacks " + a) : [],
        "additionalProperties" => value is JObject o && argument is JValue { Value: false }
            ? o.Properties().Where(p => schema["properties"]?[p.Name] is null).Select(p => p.Path + ": unknown") : [],
        "properties" => value is JObject o
            ? o.Properties().Where(p => argument[p.Name] is not null).SelectMany(p => Errors(root, (JObject)argument[p.Name]!, p.Value)) : [],
        "items" => value is JArray array ? array.SelectMany(item => Errors(root, (JObject)argument, item)) : [],
        _ => throw new NotSupportedException("keyword " + name),
    };

    private static IEnumerable<string> Check(bool holds, JToken value, string otherwise) => holds ? [] : [value.Path + ": " + otherwise];

    private static IEnumerable<string> Types(JToken argument) =>
        argument is JArray several ? several.Select(t => (string)t!) : [(string)argument!];

    private static string TypeOf(JToken value) => value.Type.ToString().ToLowerInvariant();
}
