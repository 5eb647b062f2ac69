using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim.Shells;

/// <summary>A session that can run commands on its host, where <see cref="CimTarget.AllowRemoteShell"/> says that it may.</summary>
public interface IRemoteShell
{
    /// <exception cref="CimFault"><see cref="CimFaultKind.RemoteShellUnavailable"/>: not allowed; or the host refused, was silent, or said too much.</exception>
    Task<ShellOutput> RunAsync(ShellCommand command, CancellationToken cancel);
}

public static class RemoteShells
{
    /// <summary>Runs a command on the host of the session.</summary>
    /// <exception cref="CimFault"><see cref="CimFaultKind.RemoteShellUnavailable"/>: this transport has no shell, or it is not allowed on this host.</exception>
    public static Task<ShellOutput> RunAsync(this ICimSession session, ShellCommand command, CancellationToken cancel) => session is IRemoteShell shell
        ? shell.RunAsync(command, cancel)
        : throw Unavailable(session.Target);

    internal static CimFault Unavailable(CimTarget target) =>
        new(CimFaultKind.RemoteShellUnavailable, "no remote shell on this computer") { Host = target.Name };
}
