using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using MedHardening.Baselines;
using MedHardening.Cim;
using MedHardening.Services;
using MedHardening.Tests.Baselines;
using Xunit;

namespace MedHardening.Tests.Services;

public class ServiceBaselineFileTests
{
    [Theory]
    [InlineData("01-good-client-ja")]
    [InlineData("02-good-client-en")]
    [InlineData("05-hospital-client-ja")]
    [InlineData("10-good-dc-ja")]
    public async Task A_file_holds_all_that_was_taken(string sample)
    {
        await using Captured hosts = new Captured().With("PC-01", "base: " + sample);
        ServiceBaseline taken = await hosts.ReadAsync("PC-01");
        ServiceBaseline read = Captured.ThroughFile(taken);

        foreach (BaselineSection section in HostInventory.Everything)
        {
            Assert.Equal(
                taken.Section(section)!.Select(e => CimValue.ToText(Lines(e))),
                read.Section(section)!.Select(e => CimValue.ToText(Lines(e))));
        }
        Assert.Equal((taken.Computer, taken.TakenOn, taken.Windows), (read.Computer, read.TakenOn, read.Windows));
    }

    [Fact]
    public void The_lines_are_as_a_person_would_write_them()
    {
        ServiceBaseline baseline = new()
        {
            Schema = ServiceBaseline.SchemaId,
            Computer = "PC-01",
            TakenOn = new DateTime(2026, 11, 22),
            Services =
            [
                new ServiceEntry
                {
                    Name = "Spooler", DisplayName = "Print Spooler", Start = ServiceStartType.Automatic, State = ServiceRun.Running, Account = "LocalSystem",
                    Path = @"C:\Windows\System32\spoolsv.exe", Approved = true, Reason = "帳票の印刷", By = "山田太郎", On = new DateTime(2026, 11, 22),
                },
            ],
            Programs = [],
            Ports = [new PortEntry { Name = "tcp/445", Process = "System" }],
        };
        using MemoryStream stream = new();
        ServiceBaselineWriter.Write(baseline, stream);

        Assert.Equal(
            """
            schema: medhardening/service-baseline/1
            computer: PC-01
            takenOn: 2026-11-22
            services:
              - {name: Spooler, approved: true, reason: 帳票の印刷, by: 山田太郎, on: 2026-11-22, start: automatic, state: running, displayName: Print Spooler, account: LocalSystem, path: 'C:\Windows\System32\spoolsv.exe'}
            programs: []
            ports:
              - {name: tcp/445, process: System}
            """.ReplaceLineEndings("\n") + "\n",
            WithoutPatterns(Encoding.UTF8.GetString(stream.ToArray())));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("0x10")]
    [InlineData(" leading and trailing ")]
    [InlineData("a: b # c, {d} [e] 'f' \"g\"")]
    [InlineData("- a\nb\tc")]
    [InlineData("\u202Egnp.exe\u200B")]
    [InlineData("&anchor *alias !tag %x @y `z")]
    [InlineData("日本語　全角：，｛｝")]
    [InlineData("😀 \uD83D\uDE00")]
    [InlineData("C:\\Path\\With \\\"quotes\\\"")]
    public void Whatever_a_host_calls_its_services_comes_back_unchanged(string name)
    {
        ServiceBaseline read = Captured.ThroughFile(new ServiceBaseline
        {
            Schema = ServiceBaseline.SchemaId,
            Services = [new ServiceEntry { Name = name, DisplayName = name, Path = name }],
        });

        ServiceEntry service = Assert.Single(read.Services!);
        Assert.Equal((name, name, name), (service.Name, service.DisplayName, service.Path));
    }

    [Theory]
    [InlineData("services:\n  - {name: A, start: sometimes}", 3)]
    [InlineData("services:\n  - {start: manual}", 3)]
    [InlineData("programs:\n  - {name: A, nonsense: 1}", 3)]
    [InlineData("volatile: {ports: [tcp/70000]}", 2)]
    public void Mistakes_are_told_with_their_line(string text, int line)
    {
        using TextFile file = new("schema: medhardening/service-baseline/1\n" + text + "\n", ".yaml");
        Fault fault = Assert.Single(Assert.Throws<InvalidFileException>(() => ServiceBaselineReader.Read(file.Path)).Faults);
        Assert.Equal(line, fault.Line);
        Assert.Equal([fault], FileValidator.Validate(file.Path));
    }

    private static object?[] Lines(BaselineEntry entry) => entry.GetType().GetProperties()
        .OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => p.GetValue(entry)?.ToString() is { } text && p.PropertyType.IsGenericType && p.Name is "Commands"
            ? string.Join("\n", ((TaskEntry)entry).Commands)
            : p.Name == "Varies" ? "" : p.GetValue(entry)?.ToString()).ToArray();

    private static string WithoutPatterns(string text)
    {
        string[] lines = text.Split('\n').Where(l => !l.StartsWith('#')).ToArray();
        int from = Array.IndexOf(lines, "volatile:");
        return string.Join('\n', lines.Where((l, i) => i < from || (i > from && !l.StartsWith("  ", StringComparison.Ordinal)) || l.StartsWith("  -", StringComparison.Ordinal)));
    }
}
