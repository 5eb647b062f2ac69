using System;
using System.IO;
using System.Text;

namespace MedHardening.Cli.Screen;

/// <summary>
/// A stream of the process that may be closed or on a full disk. The first failure is kept, and nothing is written after it: a
/// measurement and its reports must not be lost because nobody can read the screen.
/// </summary>
internal sealed class LenientWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    public Exception? Failure { get; private set; }

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        if (Failure is not null)
            return;
        try
        {
            write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Failure = e;
        }
    }
}
