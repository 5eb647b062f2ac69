using System.Globalization;

namespace MedHardening;

/// <summary>A message to a person, in Japanese and in English. Data carries both; the writer picks one.</summary>
public readonly record struct Text(string Ja, string En)
{
    /// <summary>The text in <paramref name="language"/>.</summary>
    public string In(Language language) => language == Language.Japanese ? Ja : En;

    /// <summary>The text in the language of the current user interface.</summary>
    public override string ToString() => In(Languages.Current);
}

/// <summary>The languages that messages and reports exist in.</summary>
public enum Language
{
    Japanese,
    English,
}

/// <summary>Which language a person at this console reads.</summary>
public static class Languages
{
    /// <summary>Japanese under a Japanese user interface culture, English under any other.</summary>
    public static Language Current => Of(CultureInfo.CurrentUICulture);

    /// <summary>Japanese for ja and ja-JP, English for any other culture.</summary>
    public static Language Of(CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "ja" ? Language.Japanese : Language.English;
}
