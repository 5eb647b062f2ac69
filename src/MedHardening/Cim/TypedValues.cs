using System.Globalization;
using System.Linq;

namespace MedHardening.Cim;

/// <summary>
/// Values for people and programs outside of this tool. WS-Management carries no types, so they are told by their form: only where nothing is
/// lost, so <c>007</c> stays text. A text that looks like a number, such as a BuildNumber, becomes one. Checks use the typed accessors
/// of <see cref="CimObject"/>, which know what they expect.
/// </summary>
public static class TypedValues
{
    /// <summary>A boolean for true and false in any case, a long or ulong for a whole number in its shortest form; anything else as it is.</summary>
    public static object? Of(object? value)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        switch (value)
        {
            case object?[] array:
                return array.Select(Of).ToArray();
            case string text when bool.TryParse(text, out bool truth) && text.Trim() == text:
                return truth;
            case string text when long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out long number) && number.ToString(culture) == text:
                return number;
            case string text when ulong.TryParse(text, NumberStyles.None, culture, out ulong large) && large.ToString(culture) == text:
                return large;
            default:
                return value;
        }
    }
}
