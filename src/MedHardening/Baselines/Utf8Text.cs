using System;
using System.Collections.Generic;
using System.Text;

namespace MedHardening.Baselines;

/// <summary>Bytes to text and text to lines. What cannot be shown on a screen has no business in a settings file.</summary>
internal static class Utf8Text
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] s_lineEnds = ["\r\n", "\n", "\r"];

    /// <summary>Text of UTF-8 bytes without its byte order mark; null when they are not UTF-8, with the offset of the first bad byte.</summary>
    public static string? TryDecode(byte[] bytes, out int badByte)
    {
        badByte = -1;
        try
        {
            string text = s_strict.GetString(bytes);
            return text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text;
        }
        catch (DecoderFallbackException e)
        {
            badByte = Math.Max(0, Math.Min(e.Index, bytes.Length));
            return null;
        }
    }

    /// <summary>The lines of bytes that are not quite UTF-8, for showing.</summary>
    public static string[] Lossy(byte[] bytes) => Lines(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));

    /// <summary>Place of a byte, columns counted in characters of the text before it.</summary>
    public static Place PlaceOf(byte[] bytes, int offset)
    {
        string[] before = Lines(Encoding.UTF8.GetString(bytes, 0, offset).TrimStart('\uFEFF'));
        return new Place(before.Length, before[before.Length - 1].Length + 1);
    }

    public static string[] Lines(string text) => text.Split(s_lineEnds, StringSplitOptions.None);

    /// <summary>Adds a fault for each character that acts instead of showing.</summary>
    public static void CheckCharacters(IReadOnlyList<string> lines, FaultList faults)
    {
        for (int line = 0; line < lines.Count; line++)
        {
            for (int column = 0; column < lines[line].Length; column++)
            {
                char c = lines[line][column];
                if (c != '\t' && Printable.Acts(c))
                {
                    faults.Add(new Place(line + 1, column + 1), new Text(
                        $"目に見えない文字（U+{(int)c:X4}）があります。削除してください。",
                        $"there is an invisible character (U+{(int)c:X4}). Delete it."));
                }
            }
        }
    }
}
