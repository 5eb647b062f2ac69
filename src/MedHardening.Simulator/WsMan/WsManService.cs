using System;
using System.IO;
using System.Xml;
using MedHardening.Simulator.WsMan.Shells;

namespace MedHardening.Simulator.WsMan;

/// <summary>The WS-Man service: a request in, a reply or a fault out. It knows nothing of HTTP.</summary>
internal sealed class WsManService(WsManServerOptions options)
{
    private readonly EnumerateOperation _enumerate = new(
        new EnumerationStore(options.Clock, options.EnumerationTimeout, options.MaxConcurrentOperationsPerUser), options.MaxBatchItems);

    private readonly ShellService _shells = new(options);

    /// <returns>Null for something that is no envelope.</returns>
    public static WsManRequest? Read(Stream content)
    {
        try
        {
            return RequestReader.Read(content);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Where in a conversation a request stands.</summary>
    public static Phase PhaseOf(WsManRequest request) => request.Action switch
    {
        _ when IdentifyOperation.IsIdentify(request) => Phase.Identify,
        Names.Enumeration + "/Enumerate" or Names.Transfer + "/Get" => Phase.FirstPage,
        Names.Enumeration + "/Pull" => Phase.LaterPage,
        { } action when request.ResourceUri is { Length: > 0 } uri && action.StartsWith(uri + "/", StringComparison.OrdinalIgnoreCase) =>
            MethodCall.OnlyReads(action[(uri.Length + 1)..]) ? Phase.Invoke : Phase.Write,
        _ => Phase.Operation,
    };

    /// <summary>Writes the reply to what <paramref name="request"/> asks.</summary>
    /// <param name="request">Null for something that is no envelope.</param>
    /// <param name="user">Null for someone who has not signed in: they may only identify the service.</param>
    /// <returns>The status of HTTP: 200, 500 for a fault, 401 for someone who may not ask this.</returns>
    public int Answer(SimulatedHost host, string? user, WsManRequest? request, ReplyBuffer reply)
    {
        try
        {
            if (request is null)
                throw Faults.SchemaValidation();
            if (IdentifyOperation.IsIdentify(request))
            {
                IdentifyOperation.Write(reply, host, user is not null, options.AllowBasic);
                return 200;
            }
            if (user is null)
                return 401;
            int maxReply = RequestRules.Check(request, options.MaxEnvelopeSizeKb * 1024);
            Exchange exchange = new(host, user, request, reply, maxReply);
            host.Misbehaviour.EnsureAllowed(request.Action!);
            Dispatch(exchange);
            exchange.End();
            return 200;
        }
        catch (WsManFault fault)
        {
            return Refuse(host, request, fault, reply);
        }
    }

    /// <summary>Writes a fault over whatever the reply has.</summary>
    public static int Refuse(SimulatedHost host, WsManRequest? request, WsManFault fault, ReplyBuffer reply)
    {
        reply.Truncate(0);
        bool japanese = host.Data.IsJapanese;
        ReplyEnvelope.Head(reply, request, FaultXml.ActionOf(fault), japanese, fault.Header);
        FaultXml.Write(reply, fault, japanese, host.Data.Dialect.HasClassicFaults);
        reply.Ascii(ReplyEnvelope.Tail);
        return 500;
    }

    private void Dispatch(Exchange exchange)
    {
        if (ShellService.Concerns(exchange.Request))
        {
            _shells.Answer(exchange);
            return;
        }
        string action = exchange.Request.Action!;
        switch (action)
        {
            case Names.Enumeration + "/Enumerate": _enumerate.Enumerate(exchange); break;
            case Names.Enumeration + "/Pull": _enumerate.Pull(exchange); break;
            case Names.Enumeration + "/Release": _enumerate.Release(exchange); break;
            case Names.Transfer + "/Get": GetOperation.Get(exchange); break;
            case Names.Transfer + "/Put" or Names.Transfer + "/Create" or Names.Transfer + "/Delete":
                throw Faults.UnsupportedFeature();
            default:
                if (PhaseOf(exchange.Request) is not (Phase.Invoke or Phase.Write))
                    throw Faults.ActionNotSupported(action);
                InvokeOperation.Invoke(exchange);
                break;
        }
    }
}
