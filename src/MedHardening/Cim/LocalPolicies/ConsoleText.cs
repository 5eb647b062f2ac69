using System.IO;
using System.Text;

namespace MedHardening.Cim.LocalPolicies;

/// <summary>
/// What tools of Windows print or write, as text: UTF-16 or UTF-8 by its mark, else bytes of some code page of which only ASCII is relied on.
/// </summary>
internal static class ConsoleText
{
    public static string Of(byte[] bytes)
    {
        using StreamReader reader = new(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}
