using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using MedHardening.Cim;
using Newtonsoft.Json;

namespace MedHardening.Changes;

/// <summary>
/// Registry values as texts and back, type and data: <c>REG_DWORD 1</c>, <c>REG_SZ abc</c>, <c>REG_MULTI_SZ ["a","b"]</c>,
/// <c>REG_BINARY 00ff</c>, <c>absent</c>.
/// </summary>
internal static class RegistryText
{
    private static readonly Dictionary<RegistryType, string> s_types = new()
    {
        [RegistryType.String] = "REG_SZ",
        [RegistryType.Binary] = "REG_BINARY",
        [RegistryType.DWord] = "REG_DWORD",
        [RegistryType.MultiString] = "REG_MULTI_SZ",
        [RegistryType.QWord] = "REG_QWORD",
    };

    public static string Path(RegistryHive hive, string path) => (hive == RegistryHive.LocalMachine ? "HKLM\\" : "HKU\\") + path;

    /// <summary>
    /// Whether the value can be put back as it was. StdRegProv gives no raw text of a REG_EXPAND_SZ
    /// (https://learn.microsoft.com/previous-versions/windows/desktop/regprov/getexpandedstringvalue-method-in-class-stdregprov)
    /// and no data of a type without a getter; WS-Man cannot carry an empty array, which looks like null (MS-WSMV §3.1.4.1.26).
    /// </summary>
    public static bool IsRestorable(RegistryValue? value) =>
        value is null || (s_types.ContainsKey(value.Type) && value.Data is not (null or string[] { Length: 0 } or byte[] { Length: 0 }));

    public static string Of(RegistryValue? value)
    {
        if (value is null)
            return Change.Absent;
        string type = s_types.TryGetValue(value.Type, out string? name) ? name : "type " + ((int)value.Type).ToString(CultureInfo.InvariantCulture);
        return type + " " + value.Data switch
        {
            string[] texts => JsonConvert.SerializeObject(texts),
            byte[] bytes => string.Concat(bytes.Select(b => b.ToString("x2", CultureInfo.InvariantCulture))),
            { } data => Convert.ToString(data, CultureInfo.InvariantCulture),
            null => "?",
        };
    }

    /// <exception cref="FormatException">It is no text that <see cref="Of"/> made of a restorable value.</exception>
    public static RegistryValue? Parse(string text)
    {
        if (text == Change.Absent)
            return null;
        int space = text.IndexOf(' ');
        string name = space < 0 ? "" : text.Substring(0, space);
        string data = text.Substring(space + 1);
        RegistryType type = s_types.FirstOrDefault(t => t.Value == name).Key;
        try
        {
            return new RegistryValue(type, type switch
            {
                RegistryType.String => data,
                RegistryType.DWord => uint.Parse(data, NumberStyles.None, CultureInfo.InvariantCulture),
                RegistryType.QWord => ulong.Parse(data, NumberStyles.None, CultureInfo.InvariantCulture),
                RegistryType.MultiString => JsonConvert.DeserializeObject<string[]>(data) ?? throw new FormatException(text),
                RegistryType.Binary => Bytes(data),
                _ => throw new FormatException(text),
            });
        }
        catch (Exception e) when (e is OverflowException or JsonException)
        {
            throw new FormatException(text, e);
        }
    }

    private static byte[] Bytes(string hex)
    {
        if (hex.Length % 2 != 0)
            throw new FormatException(hex);
        byte[] bytes = new byte[hex.Length / 2];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = byte.Parse(hex.Substring(2 * i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return bytes;
    }
}
