using System;

namespace MedHardening.Simulator.WsMan;

/// <summary>Head and tail of a reply, as WinRM writes them (captures in zenoss/txwinrm).</summary>
internal static class ReplyEnvelope
{
    public const string Tail = "</s:Body></s:Envelope>";

    public static void Head(ReplyBuffer reply, WsManRequest? request, string action, bool japanese, (string Namespace, string Name)? notUnderstood = null)
    {
        reply.Markup(japanese ? "<s:Envelope xml:lang=\"ja-JP\"" : "<s:Envelope xml:lang=\"en-US\"")
            .Raw(" xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:a=\"http://schemas.xmlsoap.org/ws/2004/08/addressing\""u8)
            .Raw(" xmlns:x=\"http://schemas.xmlsoap.org/ws/2004/09/transfer\" xmlns:n=\"http://schemas.xmlsoap.org/ws/2004/09/enumeration\""u8)
            .Raw(" xmlns:w=\"http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd\"><s:Header><a:Action>"u8)
            .Text(action).Raw("</a:Action><a:MessageID>uuid:"u8).Ascii(NewUuid())
            .Raw("</a:MessageID><a:To>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:To>"u8);
        if (!string.IsNullOrEmpty(request?.MessageId))
            reply.Raw("<a:RelatesTo>"u8).Text(request.MessageId).Raw("</a:RelatesTo>"u8);
        if (notUnderstood is { } header)
        {
            reply.Markup("<s:NotUnderstood qname=\"q:").Text(header.Name).Markup("\" xmlns:q=\"")
                .Markup(Cim.CimText.EscapeAttribute(header.Namespace)).Markup("\"/>");
        }
        reply.Raw("</s:Header><s:Body>"u8);
    }

    /// <summary>In capitals, as WinRM writes them.</summary>
    public static string NewUuid() => Guid.NewGuid().ToString("D").ToUpperInvariant();
}
