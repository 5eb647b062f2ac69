using System.Linq;

namespace MedHardening.Baselines.Yaml;

/// <summary>The way into every YAML file of ours: bytes, text, nodes, and the word that says what the file is.</summary>
internal static class YamlFile
{
    public const int MostBytes = 5 * 1024 * 1024;

    public const string BaselineSchema = "medhardening/baseline/1";
    public const string FacilitySchema = "medhardening/facility/1";
    public const string ProfileSchema = "medhardening/profile/1";

    public const string ServiceBaselineSchema = "medhardening/service-baseline/1";

    public const string ProtectedServicesSchema = "medhardening/protected-services/1";

    public const string WindowsLifecycleSchema = "medhardening/windows-lifecycle/1";
    public const string ProductsSchema = "medhardening/products/1";
    public const string CredentialProvidersSchema = "medhardening/credential-providers/1";

    public const string PasswordRulesSchema = "medhardening/password-rules/1";

    private static readonly string[] s_schemas =
    [
        BaselineSchema, FacilitySchema, ProfileSchema, ServiceBaselineSchema, ProtectedServicesSchema, WindowsLifecycleSchema,
        PasswordRulesSchema, ProductsSchema, CredentialProvidersSchema,
    ];

    /// <exception cref="InvalidFileException">It is not YAML, not a map, or not of that schema.</exception>
    public static YamlMap Parse(byte[] bytes, string schema, FaultList faults)
    {
        YamlMap root = Parse(bytes, faults);
        string? found = SchemaOf(root, faults);
        if (found != schema)
        {
            throw faults.Stop(root["schema"]!.Place, new Text(
                $"このファイルは「{found}」です。「{schema}」のファイルを指定してください。",
                $"this file is a '{found}'. Give a file of '{schema}'."));
        }

        return root;
    }

    /// <summary>The schema that the file names, one of the known ones.</summary>
    /// <exception cref="InvalidFileException">It names none, or an unknown one.</exception>
    public static string SchemaOf(YamlMap root, FaultList faults)
    {
        if (root["schema"] is YamlRefused)
        {
            faults.ThrowIfAny();
        }

        if (root["schema"] is not YamlScalar { Value: string word } || !s_schemas.Contains(word))
        {
            YamlNode? node = root["schema"];
            string given = node is YamlScalar scalar ? Printable.Quote(scalar.Value) : "";
            Text known = Suggestion.Of(given, s_schemas);
            throw faults.Stop(node?.Place ?? root.Place, node is null
                ? new Text($"「schema:」の行がありません。先頭に書いてください。{known.Ja}", $"there is no 'schema:' line. Write it first. {known.En}")
                : new Text($"「schema: {given}」は分かりません。{known.Ja}", $"'schema: {given}' is not known. {known.En}"));
        }

        return word;
    }

    public static YamlMap Parse(byte[] bytes, FaultList faults)
    {
        string text = Utf8Text.TryDecode(bytes, out int badByte) ?? throw NotUtf8(bytes, badByte, faults);
        faults.Lines = Utf8Text.Lines(text);
        Utf8Text.CheckCharacters(faults.Lines, faults);
        CheckTabs(faults);
        faults.ThrowIfAny();
        YamlNode root = YamlParser.Parse(text, faults);
        return root as YamlMap ?? throw faults.Stop(root.Place, new Text(
            "ファイルの先頭は「キー: 値」でなければなりません。", "the file must begin with 'key: value'."));
    }

    private static InvalidFileException NotUtf8(byte[] bytes, int badByte, FaultList faults)
    {
        bool utf16 = bytes.Length >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF));
        faults.Lines = Utf8Text.Lossy(bytes);
        return faults.Stop(utf16 ? Place.File : Utf8Text.PlaceOf(bytes, badByte), utf16
            ? new Text("UTF-16で保存されています。UTF-8で保存し直してください。", "the file is UTF-16. Save it as UTF-8.")
            : new Text(
                "UTF-8として読めない文字があります（Shift_JISで保存されていませんか）。UTF-8で保存し直してください。",
                "a character here is not UTF-8 (was the file saved as Shift_JIS?). Save it as UTF-8."));
    }

    // The parser blames the line on which the map began; the person must be sent to the tab.
    private static void CheckTabs(FaultList faults)
    {
        for (int line = 0; line < faults.Lines.Count; line++)
        {
            int indent = faults.Lines[line].TakeWhile(c => c is ' ' or '\t').Count();
            int tab = faults.Lines[line].IndexOf('\t');
            if (tab >= 0 && tab < indent && indent < faults.Lines[line].Length)
            {
                faults.Add(new Place(line + 1, tab + 1), new Text(
                    "字下げにタブがあります。半角の空白にしてください。", "the indentation has a tab. Use spaces."));
            }
        }
    }
}
