using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MedHardening.Cim.Recording;

/// <summary>
/// A recording as JSON. Rows of one shape share their names, since a class has hundreds of instances. A value that JSON
/// has no type for is an object with one member that says its type: <c>{"d": …}</c> date, <c>{"t": …}</c> interval in
/// ticks, <c>{"u": …}</c> unsigned 64 bits, <c>{"r": …}</c> real, <c>{"o": …}</c> instance.
/// </summary>
internal static class SnapshotJson
{
    public static void Write(JsonWriter json, HostRecording recording)
    {
        json.WriteStartObject();
        Member(json, "host", recording.Host);
        Member(json, "measuredAt", recording.MeasuredAt.ToString("o", CultureInfo.InvariantCulture));
        if (recording.Authentication is not null)
            Member(json, "authentication", recording.Authentication);
        if (recording.OpenFault is not null)
        {
            json.WritePropertyName("openFault");
            WriteFault(json, recording.OpenFault);
        }
        json.WritePropertyName("answers");
        json.WriteStartObject();
        foreach (KeyValuePair<string, RecordedAnswer> answer in recording.Answers.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(answer.Key);
            if (answer.Value.Fault is not null)
                WriteFault(json, answer.Value.Fault);
            else
                WriteRows(json, answer.Value.Rows);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static HostRecording Read(JsonReader reader)
    {
        JObject root = JObject.Load(reader);
        return new HostRecording(
            Text(root, "host"),
            DateTimeOffset.Parse(Text(root, "measuredAt"), CultureInfo.InvariantCulture),
            root["openFault"] is JObject fault ? ReadFault(fault) : null,
            ((JObject?)root["answers"] ?? throw new FormatException("answers")).Properties().ToDictionary(p => p.Name, p => ReadAnswer(p.Value)))
        {
            Authentication = (string?)root["authentication"],
        };
    }

    private static void WriteRows(JsonWriter json, IReadOnlyList<CimObject> rows)
    {
        json.WriteStartArray();
        for (int i = 0; i < rows.Count;)
        {
            // A run of rows with the same class and names is written as one table.
            string[] names = Names(rows[i]);
            int end = i + 1;
            while (end < rows.Count && rows[end].ClassName == rows[i].ClassName && Names(rows[end]).SequenceEqual(names, StringComparer.Ordinal))
                end++;
            json.WriteStartObject();
            Member(json, "class", rows[i].ClassName);
            json.WritePropertyName("names");
            json.WriteStartArray();
            foreach (string name in names)
                json.WriteValue(name);
            json.WriteEndArray();
            json.WritePropertyName("rows");
            json.WriteStartArray();
            for (; i < end; i++)
                WriteArray(json, rows[i].Properties.Select(p => p.Value));
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static RecordedAnswer ReadAnswer(JToken token) => token is JObject fault
        ? new RecordedAnswer([], ReadFault(fault))
        : new RecordedAnswer(token.Children<JObject>().SelectMany(ReadTable).ToArray(), null);

    private static IEnumerable<CimObject> ReadTable(JObject table)
    {
        string[] names = table["names"]!.Values<string>().Select(n => n!).ToArray();
        return table["rows"]!.Children<JArray>().Select(row => new CimObject(Text(table, "class"), names, row.Select(ReadValue).ToArray()));
    }

    private static void WriteArray(JsonWriter json, IEnumerable<object?> values)
    {
        json.WriteStartArray();
        foreach (object? value in values)
            WriteValue(json, value);
        json.WriteEndArray();
    }

    private static void WriteValue(JsonWriter json, object? value)
    {
        switch (value)
        {
            case null or string or bool or long:
                json.WriteValue(value);
                break;
            case object?[] array:
                WriteArray(json, array);
                break;
            case ulong number:
                Typed(json, "u", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                Typed(json, "r", number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset date:
                Typed(json, "d", date.ToString("o", CultureInfo.InvariantCulture));
                break;
            case TimeSpan interval:
                Typed(json, "t", interval.Ticks.ToString(CultureInfo.InvariantCulture));
                break;
            case CimObject instance:
                json.WriteStartObject();
                json.WritePropertyName("o");
                WriteRows(json, [instance]);
                json.WriteEndObject();
                break;
            default:
                throw new NotSupportedException("A CIM value of type " + value.GetType());
        }
    }

    private static object? ReadValue(JToken token) => token switch
    {
        JArray array => array.Select(ReadValue).ToArray(),
        JObject typed => typed.Properties().Single() is { } p ? ReadTyped(p.Name, p.Value) : null,
        _ => ((JValue)token).Value,
    };

    private static object ReadTyped(string type, JToken value) => type switch
    {
        "u" => ulong.Parse((string)value!, CultureInfo.InvariantCulture),
        "r" => double.Parse((string)value!, CultureInfo.InvariantCulture),
        "d" => DateTimeOffset.Parse((string)value!, CultureInfo.InvariantCulture),
        "t" => TimeSpan.FromTicks(long.Parse((string)value!, CultureInfo.InvariantCulture)),
        "o" => ReadTable((JObject)value[0]!).Single(),
        _ => throw new FormatException("A value of type '" + type + "'"),
    };

    private static void WriteFault(JsonWriter json, CimFault fault)
    {
        json.WriteStartObject();
        Member(json, "kind", fault.Kind.ToString());
        Member(json, "detail", fault.Message);
        if (fault.Code is { } code)
        {
            json.WritePropertyName("code");
            json.WriteValue(code);
        }
        json.WriteEndObject();
    }

    private static CimFault ReadFault(JObject fault) =>
        new((CimFaultKind)Enum.Parse(typeof(CimFaultKind), Text(fault, "kind")), Text(fault, "detail"))
        {
            Code = fault["code"] is { } code ? (uint)code : null,
        };

    private static string[] Names(CimObject row) => row.Properties.Select(p => p.Key).ToArray();

    private static string Text(JObject parent, string name) => (string?)parent[name] ?? throw new FormatException(name);

    private static void Member(JsonWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void Typed(JsonWriter json, string type, string value)
    {
        json.WriteStartObject();
        Member(json, type, value);
        json.WriteEndObject();
    }
}
