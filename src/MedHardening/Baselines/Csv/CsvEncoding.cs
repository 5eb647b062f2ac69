using System.Text;

namespace MedHardening.Baselines.Csv;

/// <summary>
/// The encodings in which a Japanese Windows saves a CSV: UTF-8 with or without byte order mark, UTF-16 with one, and
/// code page 932 (Shift_JIS) for everything that is not valid UTF-8.
/// </summary>
internal static class CsvEncoding
{
    private const int ShiftJis = 932;

    /// <exception cref="InvalidFileException">The bytes are text in none of them.</exception>
    public static string Decode(byte[] bytes, FaultList faults)
    {
        if (Utf16(bytes) is { } utf16)
        {
            return Strict(bytes, 2, utf16) ?? throw faults.Stop(Place.File, new Text(
                "UTF-16として読めません。表計算ソフトから「CSV UTF-8」で保存し直してください。",
                "the file cannot be read as UTF-16. Save it again as 'CSV UTF-8'."));
        }

        return Utf8Text.TryDecode(bytes, out int badByte)
            ?? Strict(bytes, 0, CodePagesEncodingProvider.Instance.GetEncoding(ShiftJis, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!)
            ?? throw Neither(bytes, badByte, faults);
    }

    private static InvalidFileException Neither(byte[] bytes, int badByte, FaultList faults)
    {
        faults.Lines = Utf8Text.Lossy(bytes);
        return faults.Stop(new Place(Utf8Text.PlaceOf(bytes, badByte).Line, 0), new Text(
            "UTF-8としてもShift_JISとしても読めない文字があります。表計算ソフトから「CSV UTF-8」で保存し直してください。",
            "a character on this line is neither UTF-8 nor Shift_JIS. Save the file again as 'CSV UTF-8'."));
    }

    private static UnicodeEncoding? Utf16(byte[] bytes) =>
        bytes.Length < 2 ? null
        : bytes[0] == 0xFF && bytes[1] == 0xFE ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true)
        : bytes[0] == 0xFE && bytes[1] == 0xFF ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true)
        : null;

    private static string? Strict(byte[] bytes, int skip, Encoding encoding)
    {
        try
        {
            return encoding.GetString(bytes, skip, bytes.Length - skip);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
