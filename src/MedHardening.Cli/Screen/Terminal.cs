using System;
using System.IO;
using System.Text;
using Spectre.Console;

namespace MedHardening.Cli.Screen;

/// <summary>The three streams of this run and what they are connected to. Results go to Output, everything else to Error.</summary>
internal sealed class Terminal
{
    private const int UsualWidth = 80;

    // A file or pipe has no edge at which a table would have to be cut.
    private const int NoEdge = 400;

    public required TextReader Input { get; init; }

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Why the results could not be written, from the first failure on; null when all were.</summary>
    public Exception? OutputFailure => (Output as LenientWriter)?.Failure;

    public bool InputIsTerminal { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether escape sequences are wanted where a stream is a terminal.</summary>
    public bool Colors { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = UsualWidth;

    public static Terminal OfProcess()
    {
        // A Japanese console's own code page cannot show all of Unicode.
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        bool outputIsTerminal = !Console.IsOutputRedirected;
        bool errorIsTerminal = !Console.IsErrorRedirected;
        return new Terminal
        {
            Input = Console.In,
            Output = new LenientWriter(Console.Out),
            Error = new LenientWriter(Console.Error),
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = outputIsTerminal,
            ErrorIsTerminal = errorIsTerminal,
            Colors = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) // https://no-color.org
                && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Width = outputIsTerminal || errorIsTerminal ? MeasuredWidth() : UsualWidth,
        };
    }

    /// <summary>Where results are drawn: with colours on a terminal, plain and uncut anywhere else.</summary>
    public IAnsiConsole Canvas()
    {
        bool ansi = OutputIsTerminal && Colors;
        IAnsiConsole canvas = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = ansi ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            Out = new AnsiConsoleOutput(Output),
        });
        canvas.Profile.Width = OutputIsTerminal ? Width : NoEdge;
        return canvas;
    }

    /// <summary>A line of the results; on a terminal broken at words, with what follows indented by <paramref name="hang"/>.</summary>
    public void Write(string line, int hang = 0) => Write(Output, line, OutputIsTerminal, hang);

    /// <summary>Says something to the person, beside the results.</summary>
    public void Say(string line) => Write(Error, line, ErrorIsTerminal, 0);

    private void Write(TextWriter writer, string line, bool isTerminal, int hang)
    {
        foreach (string part in isTerminal ? Wrapping.Lines(line, Width, int.Min(hang, Width / 2)) : [line])
            writer.WriteLine(part);
    }

    private static int MeasuredWidth() => Console.WindowWidth is var width and >= 20 ? width : UsualWidth;
}
