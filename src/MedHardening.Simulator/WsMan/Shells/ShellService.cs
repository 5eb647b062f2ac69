using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq;
using System.Text;
using MedHardening.Simulator.Shells;

namespace MedHardening.Simulator.WsMan.Shells;

/// <summary>The remote shell cmd (MS-WSMV §3.1.4.5.2, §3.1.4.11–14): Create, Command, Receive, Signal, Delete. A command runs at once, to its end.</summary>
internal sealed class ShellService(WsManServerOptions options)
{
    private const string Namespace = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
    private const string Resource = Namespace + "/cmd";
    private const int PieceLength = 2048;

    private readonly ConcurrentDictionary<string, Shell> _shells = new(StringComparer.OrdinalIgnoreCase);

    public static bool Concerns(WsManRequest request) => string.Equals(request.ResourceUri, Resource, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="WsManFault">There is no such shell or command, no such action, or too many shells.</exception>
    public void Answer(Exchange exchange)
    {
        string action = exchange.Request.Action!;
        switch (action)
        {
            case Names.Transfer + "/Create": Create(exchange); break;
            case Names.Transfer + "/Delete": Delete(exchange); break;
            case Namespace + "/Command": Run(exchange); break;
            case Namespace + "/Receive": Receive(exchange); break;
            case Namespace + "/Signal":
                Find(exchange).Command = null;
                exchange.Begin(action + "Response");
                exchange.Reply.Markup("<rsp:SignalResponse xmlns:rsp=\"" + Namespace + "\"/>");
                break;
            default: throw Faults.ActionNotSupported(action);
        }
    }

    private void Create(Exchange exchange)
    {
        if (_shells.Values.Count(s => s.Host == exchange.Host && s.User == exchange.User) >= options.MaxShellsPerUser)
            throw Faults.QuotaLimit(2150859173);
        if (exchange.Request.Body is not { Name: "Shell", Namespace: Namespace })
            throw Faults.SchemaValidation();
        string id = ReplyEnvelope.NewUuid();
        _shells[id] = new Shell(exchange.Host, exchange.User, ConsoleOf(exchange));
        exchange.Host.CountShell(1);
        exchange.Begin(Names.Transfer + "/CreateResponse");
        exchange.Reply.Markup(
            $"<x:ResourceCreated><a:Address>http://{exchange.Host.Name}:5985/wsman</a:Address><a:ReferenceParameters><w:ResourceURI>{Resource}</w:ResourceURI>"
            + $"<w:SelectorSet><w:Selector Name=\"ShellId\">{id}</w:Selector></w:SelectorSet></a:ReferenceParameters></x:ResourceCreated>"
            + $"<rsp:Shell xmlns:rsp=\"{Namespace}\"><rsp:ShellId>{id}</rsp:ShellId><rsp:ResourceUri>{Resource}</rsp:ResourceUri>"
            + "<rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout stderr</rsp:OutputStreams></rsp:Shell>");
    }

    private void Delete(Exchange exchange)
    {
        Find(exchange);
        if (_shells.TryRemove(IdOf(exchange), out _))
            exchange.Host.CountShell(-1);
        exchange.Begin(Names.Transfer + "/DeleteResponse");
    }

    private void Run(Exchange exchange)
    {
        Shell shell = Find(exchange);
        BodyNode line = exchange.Request.Body is { Name: "CommandLine", Namespace: Namespace } body ? body : throw Faults.SchemaValidation();
        string command = string.Join(' ', line.Children.Where(c => c.Name is "Command" or "Arguments").Select(c => c.Text));
        SimulatedHost host = exchange.Host;
        Tools tools = new(host.Name, host.Data.Policy, host.Data.IsJapanese);
        shell.Command = new RunningCommand(ReplyEnvelope.NewUuid(), new CommandProcessor(tools, host.TemporaryFiles, shell.Console).Run(command));
        exchange.Begin(Namespace + "/CommandResponse");
        exchange.Reply.Markup($"<rsp:CommandResponse xmlns:rsp=\"{Namespace}\"><rsp:CommandId>{shell.Command.Id}</rsp:CommandId></rsp:CommandResponse>");
    }

    private void Receive(Exchange exchange)
    {
        RunningCommand command = Find(exchange).Command is { } last && last.Id == exchange.Request.Body?.Child("DesiredStream")?.CommandId
            ? last
            : throw Faults.InvalidSelectors();
        exchange.Begin(Namespace + "/ReceiveResponse");
        ReplyBuffer reply = exchange.Reply.Markup($"<rsp:ReceiveResponse xmlns:rsp=\"{Namespace}\">");
        foreach (bool ofError in new[] { false, true })
        {
            string name = ofError ? "stderr" : "stdout";
            string piece = Convert.ToBase64String(command.Next(ofError, PieceLength));
            if (piece.Length > 0)
                reply.Markup($"<rsp:Stream Name=\"{name}\" CommandId=\"{command.Id}\">{piece}</rsp:Stream>");
            if (command.IsFetched)
                reply.Markup($"<rsp:Stream Name=\"{name}\" CommandId=\"{command.Id}\" End=\"TRUE\"></rsp:Stream>");
        }
        reply.Markup(command.IsFetched
            ? string.Create(CultureInfo.InvariantCulture, $"<rsp:CommandState CommandId=\"{command.Id}\" State=\"{Namespace}/CommandState/Done\"><rsp:ExitCode>{command.ExitCode}</rsp:ExitCode></rsp:CommandState>")
            : $"<rsp:CommandState CommandId=\"{command.Id}\" State=\"{Namespace}/CommandState/Running\"/>").Markup("</rsp:ReceiveResponse>");
    }

    private Shell Find(Exchange exchange) =>
        _shells.TryGetValue(IdOf(exchange), out Shell? shell) && shell.Host == exchange.Host && shell.User == exchange.User
            ? shell
            : throw Faults.InvalidSelectors();

    private static string IdOf(Exchange exchange) =>
        exchange.Request.Selectors.FirstOrDefault(s => s.Key.Equals("ShellId", StringComparison.OrdinalIgnoreCase)).Value?.Trim() ?? "";

    // A console of a Japanese Windows has code page 932, of an English one 437.
    private static Encoding ConsoleOf(Exchange exchange)
    {
        string? asked = exchange.Request.Options.Find(o => o.Key == "WINRS_CODEPAGE").Value;
        int page = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : exchange.Host.Data.IsJapanese ? 932 : 437;
        return page == 65001 ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.ASCII;
    }
}
