using System;
using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.WsMan;

/// <summary>One request and the reply to it.</summary>
internal sealed class Exchange(SimulatedHost host, string user, WsManRequest request, ReplyBuffer reply, int maxReply)
{
    public SimulatedHost Host => host;

    public string User => user;

    public WsManRequest Request => request;

    public ReplyBuffer Reply => reply;

    /// <summary>The element that the action wants in the body.</summary>
    /// <exception cref="WsManFault">There is another one, or none.</exception>
    public BodyNode Body(string name) =>
        request.Body is { } body && body.Name == name && body.Namespace == Names.Enumeration ? body : throw Faults.SchemaValidation();

    /// <summary>The instances of a class in the policy store that the request names.</summary>
    /// <exception cref="WsManFault">The host has no such store.</exception>
    public CimInstance[] Instances(CimClass type) =>
        type.IsEmbedded ? [] : host.Instances(type, request.WmiContext.TryGetValue("PolicyStore", out string? store) ? store : null) ?? throw Faults.InstanceNotFound();

    /// <summary>Writes the head of the reply.</summary>
    public void Begin(string action) => ReplyEnvelope.Head(reply, request, action, host.Data.IsJapanese);

    /// <summary>Bytes left for content, beside what is written and what must still come.</summary>
    public int Room(int reserved) => Math.Max(0, maxReply - reply.Length - reserved);

    /// <exception cref="WsManFault">The whole reply is larger than the client wants.</exception>
    public void End()
    {
        reply.Ascii(ReplyEnvelope.Tail);
        if (reply.Length > maxReply)
            throw Faults.MaxEnvelopeSizeExceeded();
    }
}
