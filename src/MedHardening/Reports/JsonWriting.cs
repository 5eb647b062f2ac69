using System;
using System.Globalization;
using Newtonsoft.Json;

namespace MedHardening.Reports;

/// <summary>The spelling of values that all parts of the JSON share.</summary>
internal static class JsonWriting
{
    public static void Property(this JsonTextWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    public static void Property(this JsonTextWriter json, string name, int value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    public static void Property(this JsonTextWriter json, string name, bool value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    /// <summary>A day: <c>2025-05-01</c>.</summary>
    public static void Day(this JsonTextWriter json, string name, DateTime? day) =>
        json.Property(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>An instant, with the offset it was measured at: <c>2025-05-01T09:30:00+09:00</c>.</summary>
    public static void Instant(this JsonTextWriter json, string name, DateTimeOffset instant) =>
        json.Property(name, instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));

    /// <summary>A member of an enumeration in camelCase: <c>notApplicable</c>.</summary>
    public static void Property(this JsonTextWriter json, string name, Enum value)
    {
        string word = value.ToString();
        json.Property(name, char.ToLowerInvariant(word[0]) + word.Substring(1));
    }

    public static void Property(this JsonTextWriter json, string name, Text text)
    {
        json.WritePropertyName(name);
        json.WriteStartObject();
        json.Property("ja", text.Ja);
        json.Property("en", text.En);
        json.WriteEndObject();
    }

    public static void StartObject(this JsonTextWriter json, string name)
    {
        json.WritePropertyName(name);
        json.WriteStartObject();
    }

    public static void StartArray(this JsonTextWriter json, string name)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
    }
}
