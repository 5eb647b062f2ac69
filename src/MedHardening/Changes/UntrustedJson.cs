using System;
using System.IO;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MedHardening.Changes;

/// <summary>JSON of files that anybody may have touched: no deep nesting, no dates made of texts.</summary>
internal static class UntrustedJson
{
    private const int MaxDepth = 16;

    /// <exception cref="JsonException">It is no JSON object.</exception>
    public static JObject Parse(string text)
    {
        using JsonTextReader reader = new(new StringReader(text)) { MaxDepth = MaxDepth, DateParseHandling = DateParseHandling.None };
        JObject json = JObject.Load(reader);
        return reader.Read() ? throw new JsonReaderException("more than one object") : json;
    }

    /// <summary>Whether an exception says that the content is not what it should be, and not that the program is wrong.</summary>
    public static bool IsOfContent(Exception e) =>
        e is FormatException or JsonException or InvalidCastException or ArgumentException or OverflowException;
}
