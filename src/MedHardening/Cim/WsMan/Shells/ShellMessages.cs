using System;
using System.Collections.Generic;

namespace MedHardening.Cim.WsMan.Shells;

/// <summary>The requests to the shell cmd, without I/O (MS-WSMV §4.7). The locale is that of every message of the session (§3.1.4.5.2).</summary>
internal sealed class ShellMessages(Request request)
{
    public const string Resource = Names.Shell + "/cmd";

    private static readonly KeyValuePair<string, string>[] s_noOptions = [];

    // No profile is loaded; ASCII is the same in every code page, and more is not relied on.
    private static readonly KeyValuePair<string, string>[] s_createOptions = [new("WINRS_NOPROFILE", "TRUE"), new("WINRS_CODEPAGE", "65001")];

    // The line is for cmd.exe, and nothing is typed into it.
    private static readonly KeyValuePair<string, string>[] s_commandOptions = [new("WINRS_CONSOLEMODE_STDIN", "TRUE"), new("WINRS_SKIP_CMD_SHELL", "FALSE")];

    /// <summary>How long the host may answer a Receive with nothing; less than the client waits for an answer.</summary>
    public static TimeSpan Patience(TimeSpan operationTimeout) =>
        TimeSpan.FromSeconds(Math.Clamp(operationTimeout.TotalSeconds / 2, 0.5, 20));

    /// <summary>A shell that ends by itself after three idle minutes, should nobody be left to delete it.</summary>
    public ReadOnlyMemory<byte> Create(Guid id) => request.ToShell(
        id, Names.CreateAction, null, s_createOptions,
        "<rsp:Shell xmlns:rsp=\"" + Names.Shell + "\"><rsp:IdleTimeOut>PT180.000S</rsp:IdleTimeOut><rsp:InputStreams>stdin</rsp:InputStreams>"
        + "<rsp:OutputStreams>stdout stderr</rsp:OutputStreams></rsp:Shell>");

    public ReadOnlyMemory<byte> Command(Guid id, string shell, string line) => request.ToShell(
        id, Names.Shell + "/Command", shell, s_commandOptions,
        "<rsp:CommandLine xmlns:rsp=\"" + Names.Shell + "\"><rsp:Command>" + Escaped(line) + "</rsp:Command></rsp:CommandLine>");

    public ReadOnlyMemory<byte> Receive(Guid id, string shell, string command) => request.ToShell(
        id, Names.Shell + "/Receive", shell, s_noOptions,
        "<rsp:Receive xmlns:rsp=\"" + Names.Shell + "\"><rsp:DesiredStream CommandId=\"" + Escaped(command) + "\">stdout stderr</rsp:DesiredStream></rsp:Receive>");

    public ReadOnlyMemory<byte> Terminate(Guid id, string shell, string command) => request.ToShell(
        id, Names.Shell + "/Signal", shell, s_noOptions,
        "<rsp:Signal xmlns:rsp=\"" + Names.Shell + "\" CommandId=\"" + Escaped(command) + "\"><rsp:Code>" + Names.Shell + "/signal/terminate</rsp:Code></rsp:Signal>");

    public ReadOnlyMemory<byte> Delete(Guid id, string shell) => request.ToShell(id, Names.DeleteAction, shell, s_noOptions, "");

    private static string Escaped(string text) => System.Security.SecurityElement.Escape(text)!;
}
