using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli;

internal static class Program
{
    private static Task<int> Main(string[] args) =>
        CommandLine.RunAsync(args, Terminal.OfProcess(), CancellationToken.None);
}
