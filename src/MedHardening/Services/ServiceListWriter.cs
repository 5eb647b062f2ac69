using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;

namespace MedHardening.Services;

/// <summary>Lists for spreadsheets: UTF-8 with byte order mark, which a Japanese Excel needs, and CRLF.</summary>
public static class ServiceListWriter
{
    /// <summary>Puts <see cref="WriteServices"/> into its place as a whole.</summary>
    /// <exception cref="IOException">The file system refused; what was at the path is still there.</exception>
    /// <exception cref="System.UnauthorizedAccessException">The same.</exception>
    public static void SaveServices(ServiceBaseline baseline, string path) =>
        AtomicFile.Write(path, isPrivate: false, stream => WriteServices(baseline, stream));

    /// <inheritdoc cref="SaveServices"/>
    public static void SavePrograms(IEnumerable<ServiceBaseline> baselines, string path) =>
        AtomicFile.Write(path, isPrivate: false, stream => WritePrograms(baselines, stream));

    /// <summary>
    /// The services as <c>Get-Service | Select-Object DisplayName, Status, StartType | Export-Csv -NoTypeInformation</c> prints them,
    /// but for characters that Windows PowerShell would write as <c>?</c>. Leaves the stream open.
    /// </summary>
    public static void WriteServices(ServiceBaseline baseline, Stream stream)
    {
        using StreamWriter writer = Open(stream);
        CsvWriter csv = new(writer);
        csv.Line(["DisplayName", "Status", "StartType"]);
        foreach (ServiceEntry service in baseline.Services ?? [])
            csv.Line([service.DisplayName ?? service.Name, ServiceWords.GetServiceStatus(service.State), ServiceWords.GetServiceStart(service.Start)]);
    }

    /// <summary>The programs of some computers in one list. Leaves the stream open.</summary>
    public static void WritePrograms(IEnumerable<ServiceBaseline> baselines, Stream stream)
    {
        using StreamWriter writer = Open(stream);
        CsvWriter csv = new(writer);
        csv.Line(["コンピューター", "プログラム", "版", "発行元", "インストール日", "対象", "フォルダー", "一覧に表示", "判断", "理由", "判断した人", "判断した日"]);
        foreach (ServiceBaseline baseline in baselines)
        {
            foreach (ProgramEntry program in baseline.Programs ?? [])
            {
                csv.Line([
                    baseline.Computer ?? baseline.Role ?? "", program.Name, program.Version ?? "", program.Publisher ?? "", Day(program.InstalledOn),
                    program.Scope.ToString(), program.Folder ?? "", program.Hidden ? "いいえ" : "はい", Word(baseline.IsApproved(program)),
                    program.Reason ?? "", program.By ?? "", Day(program.On),
                ]);
            }
        }
    }

    private static StreamWriter Open(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true);

    private static string Day(System.DateTime? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Word(bool? approved) => approved switch { true => "必要", false => "不要", null => "" };
}
