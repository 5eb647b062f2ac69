using System.CommandLine;
using MedHardening.Cli.Screen;

namespace MedHardening.Cli.Services;

/// <summary><c>medhardening services</c>: taking and comparing service baselines.</summary>
internal sealed class ServicesCommand : Command
{
    public ServicesCommand(Language language, Terminal terminal)
        : base("services", new Text(
            "サービス・プログラム・待受ポートの基準を書き出し、比べる（2-⑫）。",
            "Exports baselines of services, programs and listening ports, and compares with them (2-12).").In(language))
    {
        Subcommands.Add(new ServicesExportCommand(language, terminal));
        Subcommands.Add(new ServicesCompareCommand(language, terminal));
    }
}
