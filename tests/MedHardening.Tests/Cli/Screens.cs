using System.IO;
using MedHardening.Cli.Screen;

namespace MedHardening.Tests.Cli;

/// <summary>A terminal whose streams are kept, for what is drawn rather than run.</summary>
internal static class Screens
{
    public static Terminal Pipe() => new() { Input = TextReader.Null, Output = Writer(), Error = Writer() };

    public static Terminal Of(int width, bool colors = false) => new()
    {
        Input = TextReader.Null,
        Output = Writer(),
        Error = Writer(),
        OutputIsTerminal = true,
        ErrorIsTerminal = true,
        Colors = colors,
        Width = width,
    };

    private static StringWriter Writer() => new() { NewLine = "\n" };
}
