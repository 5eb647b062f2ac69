using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Reads the scheduled tasks that do not belong to Windows. The class <c>MSFT_ScheduledTask</c> is what Get-ScheduledTask asks for;
/// its parts: https://learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema
/// </summary>
public static class ScheduledTasks
{
    private const string OfWindows = @"\Microsoft\";
    private const long Disabled = 1;

    /// <summary>Tasks outside <c>\Microsoft\</c>, by their full name.</summary>
    /// <exception cref="CimFault">The list cannot be read.</exception>
    public static async Task<IReadOnlyList<ScheduledTask>> ReadScheduledTasksAsync(this ICimSession session, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> rows = await session
            .QueryAsync(CimQuery.Class("root/Microsoft/Windows/TaskScheduler", "MSFT_ScheduledTask"), cancel).ConfigureAwait(false);
        return rows
            .Where(r => r.String("TaskPath")?.StartsWith(OfWindows, StringComparison.OrdinalIgnoreCase) != true)
            .Select(Of)
            .OrderBy(t => t.Name, StringComparer.OrdinalIgnoreCase)
            .ToArray();
    }

    private static ScheduledTask Of(CimObject row)
    {
        var principal = row["Principal"] as CimObject;
        return new ScheduledTask(row.String("TaskPath") + row.String("TaskName"), row.Int64("State") != Disabled)
        {
            RunsAs = principal?.String("UserId") ?? principal?.String("GroupId"),
            Commands = row.List("Actions").OfType<CimObject>().Select(Command).ToArray(),
        };
    }

    // A handler in a library has no command line; its class id says which it is.
    private static string Command(CimObject action) =>
        action.String("ClassId") is { } handler ? ("COM " + handler + " " + action.String("Data")).TrimEnd()
        : (Quoted(action.String("Execute") ?? "") + " " + action.String("Arguments")).Trim();

    private static string Quoted(string program) =>
        program.IndexOf(' ') >= 0 && program[0] != '"' ? "\"" + program + "\"" : program;
}

/// <param name="Name">Folder and name, such as <c>\Backup\Nightly</c>.</param>
public sealed record ScheduledTask(string Name, bool IsEnabled)
{
    /// <summary>The account or group as the task names it: an account name or a SID.</summary>
    public string? RunsAs { get; init; }

    /// <summary>What it starts, one command line an action.</summary>
    public IReadOnlyList<string> Commands { get; init; } = [];
}
