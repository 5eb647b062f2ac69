using System.Collections.Generic;
using System.IO;
using System.Text;

namespace MedHardening.Tests.Reports;

/// <summary>Reads CSV by the grammar of RFC 4180 §2, character by character, and complains about anything else.</summary>
internal static class Rfc4180
{
    public static List<List<string>> Read(string text)
    {
        List<List<string>> records = [];
        List<string> record = [];
        int at = 0;
        while (at < text.Length)
        {
            if (text[at++] != '"')
                throw new InvalidDataException("a field without quotes at " + (at - 1));
            var field = new StringBuilder();
            while (true)
            {
                char c = text[at++];
                if (c != '"')
                    field.Append(c);
                else if (at < text.Length && text[at] == '"')
                    field.Append(text[at++]);
                else
                    break;
            }

            record.Add(field.ToString());
            if (text[at] == ',')
            {
                at++;
            }
            else if (text[at] == '\r' && text[at + 1] == '\n')
            {
                at += 2;
                records.Add(record);
                record = [];
            }
            else
            {
                throw new InvalidDataException("neither comma nor CRLF at " + at);
            }
        }

        return records;
    }
}
