using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cli;
using MedHardening.Cli.Screen;
using Xunit;

namespace MedHardening.Tests.Cli.Screen;

/// <summary>Runs whose streams cannot be written: a full disk, a terminal that is gone.</summary>
public sealed class LenientWriterTests : IDisposable
{
    private readonly CliFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData("--json")]
    [InlineData("--per-computer")]
    public async Task An_output_that_fails_costs_no_report_and_is_told(string option)
    {
        using StringWriter error = new();
        int code = await StatusAsync(new FullDisk(), error, option);

        Assert.Equal(4, code);
        Assert.Contains("disk full", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("</html>", File.ReadAllText(_files.At("r.html")).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_to_tell_changes_nothing_else()
    {
        using StringWriter output = new();

        Assert.Equal(3, await StatusAsync(output, new FullDisk()));
        Assert.Contains("2-9 ", output.ToString(), StringComparison.Ordinal);
        Assert.True(File.Exists(_files.At("r.html")));
    }

    private async Task<int> StatusAsync(TextWriter output, TextWriter error, params string[] options)
    {
        await using LenientWriter results = new(output);
        await using LenientWriter messages = new(error);
        return await CommandLine.RunAsync(
            ["status", "--baseline", _files.Baseline, "--computer", "pc.invalid", "--lang", "en", "--report", _files.At("r.html"), .. options],
            new Terminal { Input = TextReader.Null, Output = results, Error = messages },
            CancellationToken.None);
    }

    private sealed class FullDisk : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => throw new IOException("disk full");
    }
}
