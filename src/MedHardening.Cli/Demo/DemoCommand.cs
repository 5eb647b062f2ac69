using System.CommandLine;
using MedHardening.Cli.Screen;
using MedHardening.Cli.Simulate;

namespace MedHardening.Cli.Demo;

/// <summary><c>medhardening demo</c>: its options. <see cref="DemoAction"/> does the work.</summary>
internal sealed class DemoCommand : Command
{
    private const int MostHosts = 1000;

    public DemoCommand(Language language, Terminal terminal)
        : base("demo", new Text(
            "架空の病院をこの計算機の中に作り、本物と同じ通信で測定して、報告書を書き出す。",
            "Makes a hospital inside this computer, measures it over the real protocol and writes the reports.").In(language))
    {
        Option<int> hosts = new("--hosts")
        {
            HelpName = "N",
            Description = new Text("台数（既定: 20）。", "How many computers (default: 20).").In(language),
            DefaultValueFactory = _ => 20,
        };
        hosts.CustomParser = Values.Integer(hosts.Name, HospitalCast.Fewest, MostHosts, language);
        Option<string> folder = new("--out")
        {
            HelpName = "DIR",
            Description = new Text(
                "報告書と入力ファイルを書き出すフォルダー（既定: medhardening-demo）。",
                "Folder for the reports and their input files (default: medhardening-demo).").In(language),
            DefaultValueFactory = _ => "medhardening-demo",
        };
        Options.Add(hosts);
        Options.Add(folder);
        SetAction((parsed, cancel) => new DemoAction(terminal, language)
            .RunAsync(parsed.GetValue(hosts), parsed.GetRequiredValue(folder), cancel));
    }
}
