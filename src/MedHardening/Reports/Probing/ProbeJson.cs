using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using MedHardening.Cim;
using MedHardening.Cim.Probing;
using MedHardening.Fleet;
using Newtonsoft.Json;

namespace MedHardening.Reports.Probing;

/// <summary>Probes as JSON: durations in milliseconds, the clock's difference in seconds, instances with typed values.</summary>
public static class ProbeJson
{
    public const string Schema = "medhardening/probe/1";

    /// <summary>Steps, findings, advice and instances of each computer.</summary>
    public static void Write(IReadOnlyList<ComputerProbe> probes, DateTimeOffset now, TextWriter writer)
    {
        using (JsonTextWriter json = Begin(writer))
        {
            json.WriteStartObject();
            json.Property("schema", Schema);
            json.StartArray("computers");
            foreach (ComputerProbe probe in probes)
                Write(json, probe, now);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        writer.WriteLine();
    }

    /// <summary>The instances alone, each with the computer that it is from.</summary>
    public static void WriteRows(IReadOnlyList<ComputerProbe> probes, TextWriter writer)
    {
        using (JsonTextWriter json = Begin(writer))
        {
            json.WriteStartArray();
            foreach (ComputerProbe probe in probes)
            {
                foreach (CimObject row in probe.Report.Rows)
                    Write(json, row, probe.Computer.Name);
            }
            json.WriteEndArray();
        }
        writer.WriteLine();
    }

    private static JsonTextWriter Begin(TextWriter writer) => new(writer) { Formatting = Formatting.Indented, CloseOutput = false };

    private static void Write(JsonTextWriter json, ComputerProbe probe, DateTimeOffset now)
    {
        ConnectionReport report = probe.Report;
        json.WriteStartObject();
        json.Property("name", probe.Computer.Name);
        json.Property("address", probe.Computer.Address);
        json.Property("port", report.Port);
        json.Property("ok", report.IsOk);
        json.StartArray("steps");
        foreach (ProbeStep step in report.Steps)
        {
            json.WriteStartObject();
            json.Property("step", step.Stage);
            json.Property("result", step.Outcome);
            json.WritePropertyName("milliseconds");
            json.WriteValue(Math.Round(step.Duration.TotalMilliseconds, 1));
            json.Property("reason", step.Reason);
            json.Property("detail", step.Detail);
            if (ProbeAdvice.Of(probe, step, now) is { } advice)
                json.Property("advice", advice);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        WriteFacts(json, report);
        json.StartArray("instances");
        foreach (CimObject row in report.Rows)
            Write(json, row, null);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFacts(JsonTextWriter json, ConnectionReport report)
    {
        json.Property("authentication", report.Authentication);
        json.Property("vendor", report.Product?.Vendor);
        json.Property("version", report.Product?.Version);
        json.WritePropertyName("clockOffsetSeconds");
        json.WriteValue(report.ClockOffset is { } offset ? (long)Math.Round(offset.TotalSeconds) : null as long?);
        if (report.Certificate is not { } certificate)
            return;
        json.StartObject("certificate");
        json.Property("subject", certificate.Subject);
        json.Property("issuer", certificate.Issuer);
        json.StartArray("names");
        foreach (string name in certificate.Names)
            json.WriteValue(name);
        json.WriteEndArray();
        json.Instant("notBefore", certificate.NotBefore);
        json.Instant("notAfter", certificate.NotAfter);
        json.Property("thumbprint", certificate.Thumbprint);
        json.WriteEndObject();
    }

    private static void Write(JsonTextWriter json, CimObject row, string? computer)
    {
        json.WriteStartObject();
        if (computer is not null)
            json.Property("PSComputerName", computer);
        foreach (KeyValuePair<string, object?> property in row.Properties)
        {
            json.WritePropertyName(property.Key);
            WriteValue(json, TypedValues.Of(property.Value));
        }
        json.WriteEndObject();
    }

    private static void WriteValue(JsonTextWriter json, object? value)
    {
        switch (value)
        {
            case object?[] array:
                json.WriteStartArray();
                foreach (object? item in array)
                    WriteValue(json, item);
                json.WriteEndArray();
                break;
            case CimObject row:
                Write(json, row, null);
                break;
            case DateTimeOffset instant:
                json.WriteValue(instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
                break;
            case TimeSpan interval:
                json.WriteValue(System.Xml.XmlConvert.ToString(interval));
                break;
            default:
                json.WriteValue(value);
                break;
        }
    }
}
