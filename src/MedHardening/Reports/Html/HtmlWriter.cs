using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;

namespace MedHardening.Reports.Html;

/// <summary>
/// Writes HTML forward only. Everything is encoded unless it is a tag name or one of our own two assets, so no caller can
/// forget it; what a host has sent is never markup.
/// </summary>
internal sealed class HtmlWriter(TextWriter output, Language language)
{
    private static readonly HashSet<string> s_inline = ["a", "b", "bdi", "small", "span", "td", "th", "title"];

    public Language Language => language;

    /// <summary>An element that is open until the returned value is disposed.</summary>
    public Open Element(string tag, string? cssClass = null, params (string Name, string Value)[] attributes)
    {
        output.Write('<' + tag);
        if (cssClass is not null)
            Attribute("class", cssClass);
        foreach ((string name, string value) in attributes)
            Attribute(name, value);
        output.Write('>');
        return new Open(this, tag);
    }

    /// <summary>An element that holds nothing but text.</summary>
    public void Leaf(string tag, string? text, string? cssClass = null, params (string Name, string Value)[] attributes)
    {
        using (Element(tag, cssClass, attributes))
            Text(text);
    }

    public void Leaf(string tag, Text text, string? cssClass = null, params (string Name, string Value)[] attributes) =>
        Leaf(tag, text.In(language), cssClass, attributes);

    public void Leaf(string tag, int number, string? cssClass = null) =>
        Leaf(tag, number.ToString(CultureInfo.InvariantCulture), cssClass);

    public void Text(string? text) => output.Write(HtmlText.Encode(text ?? ""));

    public void Text(Text text) => Text(text.In(language));

    /// <summary>An element without content and end tag.</summary>
    public void Void(string tag, params (string Name, string Value)[] attributes)
    {
        output.Write('<' + tag);
        foreach ((string name, string value) in attributes)
            Attribute(name, value);
        output.WriteLine('>');
    }

    /// <summary>The content goes out as it is: only for our own style sheet.</summary>
    public void Style(string css) => output.WriteLine("<style>" + css + "</style>");

    /// <summary>The content goes out as it is, since the policy names its hash: only for our own script.</summary>
    public void Script(string script) => output.WriteLine("<script>" + script + "</script>");

    private void Attribute(string name, string value) => output.Write(" " + name + "=\"" + HtmlText.Encode(value) + "\"");

    private void Close(string tag)
    {
        output.Write("</" + tag + ">");
        if (!s_inline.Contains(tag))
            output.WriteLine();
    }

    internal readonly struct Open(HtmlWriter writer, string tag) : IDisposable
    {
        public void Dispose() => writer.Close(tag);
    }
}
