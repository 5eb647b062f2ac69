using System;
using System.IO;
using System.Linq;
using System.Text;
using MedHardening.Baselines;
using MedHardening.Services;
using Xunit;

namespace MedHardening.Tests.Services;

/// <summary>The list of the Ministry's advice: Get-Service | Select-Object DisplayName, Status, StartType | Export-Csv -NoTypeInformation.</summary>
public sealed class ServiceListTests : IDisposable
{
    // As PowerShell 7 on a Japanese Windows prints it with -Encoding utf8BOM, but for the state of the services.
    private const string Printed =
        "\"DisplayName\",\"Status\",\"StartType\"\r\n"
        + "\"Connected Devices Platform ユーザー サービス\",\"Running\",\"Automatic\"\r\n"
        + "\"Background Intelligent Transfer Service\",\"Stopped\",\"Manual\"\r\n"
        + "\"Print Spooler\",\"Running\",\"Automatic\"\r\n"
        + "\"Telnet\",\"Paused\",\"Disabled\"\r\n"
        + "\"Windows \"\"Time\"\", W32\",\"StartPending\",\"Boot\"\r\n";

    private readonly string _path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".csv");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Services_are_written_as_Get_Service_prints_them()
    {
        ServiceBaseline baseline = new()
        {
            Schema = ServiceBaseline.SchemaId,
            Services =
            [
                Service("Connected Devices Platform ユーザー サービス", ServiceRun.Running, ServiceStartType.Automatic),
                Service("Background Intelligent Transfer Service", ServiceRun.Stopped, ServiceStartType.Manual),
                Service("Print Spooler", ServiceRun.Running, ServiceStartType.AutomaticDelayed),
                Service("Telnet", ServiceRun.Paused, ServiceStartType.Disabled),
                Service("Windows \"Time\", W32", ServiceRun.StartPending, ServiceStartType.Boot),
            ],
        };
        using MemoryStream stream = new();
        ServiceListWriter.WriteServices(baseline, stream);

        Assert.Equal([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Printed)], stream.ToArray());
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("shift_jis")]
    public void The_list_is_read_in_every_encoding_that_a_Japanese_Windows_writes(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        File.WriteAllText(_path, "#TYPE Selected.System.ServiceProcess.ServiceController\r\n" + Printed, Encoding.GetEncoding(encoding));
        ServiceBaseline baseline = ServiceBaselineReader.Read(_path);

        Assert.Equal(
            [
                ("Connected Devices Platform ユーザー サービス", ServiceRun.Running, ServiceStartType.Automatic),
                ("Background Intelligent Transfer Service", ServiceRun.Stopped, ServiceStartType.Manual),
                ("Print Spooler", ServiceRun.Running, ServiceStartType.Automatic),
                ("Telnet", ServiceRun.Paused, ServiceStartType.Disabled),
                ("Windows \"Time\", W32", ServiceRun.StartPending, ServiceStartType.Boot),
            ],
            baseline.Services!.Select(s => (s.DisplayName!, s.State, s.Start)));
    }

    [Fact]
    public void A_list_of_names_alone_compares_what_is_there_and_what_is_not()
    {
        File.WriteAllText(_path, "DisplayName\r\nPrint Spooler\r\nFax\r\nSync Host_1a2b3\r\n");
        ServiceBaseline actual = new()
        {
            Schema = ServiceBaseline.SchemaId,
            Computer = "PC-01",
            Services =
            [
                Service("Print Spooler", ServiceRun.Stopped, ServiceStartType.Disabled) with { Name = "Spooler" },
                Service("Sync Host", ServiceRun.Running, ServiceStartType.Automatic) with { Name = "OneSyncSvc" },
                Service("AnyDesk Service", ServiceRun.Running, ServiceStartType.Automatic) with { Name = "AnyDesk" },
            ],
        };

        Assert.Equal(
            [(ServiceChange.Added, "AnyDesk Service"), (ServiceChange.Removed, "Fax")],
            new ServiceComparer(ServiceBaselineReader.Read(_path)).Compare(actual).Select(d => (d.Change, d.DisplayName!)));
    }

    [Fact]
    public void A_delayed_start_is_automatic_to_Get_Service()
    {
        File.WriteAllText(_path, "DisplayName,Status,StartType\r\nA,Running,Automatic\r\nB,Running,Automatic\r\n");
        ServiceBaseline actual = new()
        {
            Schema = ServiceBaseline.SchemaId,
            Services = [Service("A", ServiceRun.Running, ServiceStartType.AutomaticDelayed), Service("B", ServiceRun.Running, ServiceStartType.Manual)],
        };

        ServiceDifference difference = Assert.Single(new ServiceComparer(ServiceBaselineReader.Read(_path)).Compare(actual));
        Assert.Equal((ServiceChange.StartTypeChanged, "B"), (difference.Change, difference.Name));
    }

    [Theory]
    [InlineData("Name,Status\r\nSpooler,Running\r\n", 1)]
    [InlineData("DisplayName,Status\r\nPrint Spooler,Runs\r\n", 2)]
    [InlineData("DisplayName,Status\r\nPrint Spooler,4\r\n", 2)]
    [InlineData("DisplayName,Status\r\nConnected Devices Platform ???? ????,Running\r\n", 2)] // Windows PowerShell wrote ASCII
    [InlineData("\r\n", 0)]
    public void A_list_that_cannot_be_used_is_told_with_its_line(string text, int line)
    {
        File.WriteAllText(_path, text);
        Fault fault = Assert.Single(Assert.Throws<InvalidFileException>(() => ServiceBaselineReader.Read(_path)).Faults);
        Assert.Equal(line, fault.Line);
    }

    private static ServiceEntry Service(string display, ServiceRun state, ServiceStartType start) =>
        new() { Name = display, DisplayName = display, State = state, Start = start };
}
