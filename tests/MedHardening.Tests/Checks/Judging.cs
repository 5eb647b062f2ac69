using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;

namespace MedHardening.Tests.Checks;

/// <summary>What a check says of a made-up host, on 2025-12-01, by its default settings unless others are given.</summary>
internal static class Judging
{
    public static Task<Verdict> JudgeAsync(this HostCheck check, FakeHost host, object? settings = null) =>
        check.EvaluateAsync(new HostView(host, MadeUp.AsOf), settings ?? check.DefaultSettings(), CancellationToken.None);

    /// <summary>The same of any session; a question without an answer is Unknown, as in a run.</summary>
    public static async Task<Verdict> JudgeAsync(HostCheck check, ICimSession session, object settings)
    {
        try
        {
            return await check.EvaluateAsync(new HostView(session, MadeUp.AsOf), settings, CancellationToken.None);
        }
        catch (CimFault fault)
        {
            return Verdict.Unknown(fault);
        }
    }

    /// <summary>A Windows Server in place of the workstation that a made-up host is.</summary>
    public static FakeHost AsServer(this FakeHost host, string productType = "3") => host.WithRow(
        "Win32_OperatingSystem", ("BuildNumber", "20348"), ("ProductType", productType), ("LocalDateTime", "2025-12-01T09:00:00+09:00"));

    /// <summary>The software that every Windows shows: the process of the kernel and the key of installed programs.</summary>
    public static FakeHost WithSoftware(this FakeHost host, params string[] processes)
    {
        host.WithRow("Win32_Process", ("ProcessId", "4"), ("Name", "System"));
        for (int i = 0; i < processes.Length; i++)
            host.WithRow("Win32_Process", ("ProcessId", (1000 + i).ToString(CultureInfo.InvariantCulture)), ("Name", processes[i]));
        return host.With(@"SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\AddressBook");
    }

    /// <summary>An account of the host itself, beside the built-in administrator, which is off.</summary>
    public static FakeHost WithAccounts(this FakeHost host, params (string Name, string Rid, bool Disabled, bool Required, bool Expires)[] accounts)
    {
        foreach ((string name, string rid, bool disabled, bool required, bool expires) in accounts.Prepend(("Administrator", "500", true, true, false)))
        {
            host.WithRow(
                "Win32_UserAccount",
                ("Domain", "PC1"),
                ("Name", name),
                ("SID", "S-1-5-21-1-2-3-" + rid),
                ("LocalAccount", "true"),
                ("Disabled", disabled ? "true" : "false"),
                ("PasswordRequired", required ? "true" : "false"),
                ("PasswordExpires", expires ? "true" : "false"));
        }
        return host;
    }
}
