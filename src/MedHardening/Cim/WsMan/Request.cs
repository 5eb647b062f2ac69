using System;
using System.Collections.Generic;
using System.Globalization;
using MedHardening.Cim.WsMan.Shells;

namespace MedHardening.Cim.WsMan;

/// <summary>
/// Builds the request envelopes of one session, without I/O. Headers and their mustUnderstand attributes are those of
/// MS-WSMV §4.1 and §3.1.4.1.3–10. One request at a time: the bytes are valid until the next one is begun.
/// </summary>
internal sealed class Request
{
    private static readonly Dictionary<string, string> s_none = [];

    private readonly XmlBytes _xml = new();
    private readonly byte[] _common;

    /// <param name="endpoint">The URL of the service.</param>
    /// <param name="session">Tells the host which requests belong together; the same for a whole session.</param>
    /// <param name="timeout">How long the host may work on one request.</param>
    public Request(string endpoint, Guid session, TimeSpan timeout, int maxEnvelope)
    {
        XmlBytes head = new();
        head.Raw("<s:Envelope xmlns:s=\""u8).Raw(Names.Soap)
            .Raw("\" xmlns:a=\""u8).Raw(Names.Addressing)
            .Raw("\" xmlns:n=\""u8).Raw(Names.Enumeration)
            .Raw("\" xmlns:w=\""u8).Raw(Names.WsMan)
            .Raw("\" xmlns:p=\"http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd\"><s:Header><a:To>"u8).Text(endpoint)
            .Raw("</a:To><a:ReplyTo><a:Address s:mustUnderstand=\"true\">"u8).Raw(Names.Addressing)
            .Raw("/role/anonymous</a:Address></a:ReplyTo><w:MaxEnvelopeSize s:mustUnderstand=\"true\">"u8)
            .Raw(maxEnvelope.ToString(CultureInfo.InvariantCulture))
            .Raw("</w:MaxEnvelopeSize><w:Locale xml:lang=\"en-US\" s:mustUnderstand=\"false\"/>"u8)
            .Raw("<p:DataLocale xml:lang=\"en-US\" s:mustUnderstand=\"false\"/><p:SessionId s:mustUnderstand=\"false\">uuid:"u8)
            .Raw(session.ToString("D"))
            .Raw("</p:SessionId><w:OperationTimeout>PT"u8)
            .Raw(timeout.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture))
            .Raw("S</w:OperationTimeout>"u8);
        _common = head.Written.ToArray();
    }

    /// <summary>
    /// Names classes as DSP0230 §5 does, with the CIM namespace in the selector <c>__cimnamespace</c> (DSP0227 §5.1): services other than
    /// WinRM, such as OMI, take no notice of the namespace that Microsoft's URIs carry.
    /// </summary>
    public bool UsesDmtfNames { get; set; }

    /// <summary>The body that any WS-Management service answers, without headers (DSP0226 §11).</summary>
    public static ReadOnlyMemory<byte> Identify { get; } = new XmlBytes()
        .Raw("<s:Envelope xmlns:s=\""u8).Raw(Names.Soap).Raw("\" xmlns:wsmid=\""u8).Raw(Names.Identity)
        .Raw("\"><s:Header/><s:Body><wsmid:Identify/></s:Body></s:Envelope>"u8).Written;

    public ReadOnlyMemory<byte> Enumerate(Guid id, CimQuery query, int maxElements)
    {
        Begin(id, Resource(query.Namespace, query.ClassName), Names.EnumerateAction);
        Selectors(query.Namespace, s_none);
        OptionSet.Write(_xml, query.Options);
        _xml.Raw("</s:Header><s:Body><n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>"u8)
            .Raw(maxElements.ToString(CultureInfo.InvariantCulture)).Raw("</w:MaxElements>"u8);
        if (query.Wql is not null)
        {
            _xml.Raw("<w:Filter Dialect=\"http://schemas.microsoft.com/wbem/wsman/1/WQL\">"u8)
                .Text(query.Wql).Raw("</w:Filter>"u8);
        }
        return End("</n:Enumerate>"u8);
    }

    public ReadOnlyMemory<byte> Pull(Guid id, CimQuery query, string context, int maxElements)
    {
        Begin(id, Resource(query.Namespace, query.ClassName), Names.PullAction);
        Selectors(query.Namespace, s_none);
        OptionSet.Write(_xml, query.Options);
        _xml.Raw("</s:Header><s:Body><n:Pull><n:EnumerationContext>"u8).Text(context)
            .Raw("</n:EnumerationContext><n:MaxElements>"u8)
            .Raw(maxElements.ToString(CultureInfo.InvariantCulture)).Raw("</n:MaxElements>"u8);
        return End("</n:Pull>"u8);
    }

    /// <summary>Gives up an enumeration before its end.</summary>
    public ReadOnlyMemory<byte> Release(Guid id, CimQuery query, string context)
    {
        Begin(id, Resource(query.Namespace, query.ClassName), Names.ReleaseAction);
        Selectors(query.Namespace, s_none);
        _xml.Raw("</s:Header><s:Body><n:Release><n:EnumerationContext>"u8).Text(context);
        return End("</n:EnumerationContext></n:Release>"u8);
    }

    public ReadOnlyMemory<byte> Get(Guid id, string ns, string className, IReadOnlyDictionary<string, string> keys)
    {
        Begin(id, Resource(ns, className), Names.GetAction);
        Selectors(ns, keys);
        _xml.Raw("</s:Header><s:Body>"u8);
        return End(default);
    }

    public ReadOnlyMemory<byte> Invoke(Guid id, CimMethod method)
    {
        string resource = Resource(method.Namespace, method.ClassName);
        Begin(id, resource, resource + "/" + method.Name);
        Selectors(method.Namespace, method.Keys);
        _xml.Raw("</s:Header><s:Body><m:"u8).Text(method.Name).Raw("_INPUT xmlns:m=\""u8).Text(resource).Raw("\">"u8);
        foreach (KeyValuePair<string, object?> parameter in method.Parameters)
            Parameters.Write(_xml, "m", parameter.Key, parameter.Value, method.Namespace);
        _xml.Raw("</m:"u8).Text(method.Name);
        return End("_INPUT>"u8);
    }

    /// <summary>A message to the shell cmd, or to create one.</summary>
    /// <param name="shell">Its id; null for the one to be created.</param>
    /// <param name="body">XML.</param>
    public ReadOnlyMemory<byte> ToShell(
        Guid id, string action, string? shell, IReadOnlyList<KeyValuePair<string, string>> options, string body)
    {
        Begin(id, ShellMessages.Resource, action);
        if (shell is not null)
            _xml.Raw("<w:SelectorSet><w:Selector Name=\"ShellId\">"u8).Text(shell).Raw("</w:Selector></w:SelectorSet>"u8);
        if (options.Count > 0)
        {
            _xml.Raw("<w:OptionSet>"u8);
            foreach (KeyValuePair<string, string> option in options)
                _xml.Raw("<w:Option Name=\""u8).Text(option.Key).Raw("\">"u8).Text(option.Value).Raw("</w:Option>"u8);
            _xml.Raw("</w:OptionSet>"u8);
        }
        _xml.Raw("</s:Header><s:Body>"u8).Raw(body);
        return End(default);
    }

    private void Begin(Guid id, string resource, string action)
    {
        _xml.Clear();
        _xml.Raw(_common).Raw("<w:ResourceURI s:mustUnderstand=\"true\">"u8).Text(resource)
            .Raw("</w:ResourceURI><a:Action s:mustUnderstand=\"true\">"u8).Text(action)
            .Raw("</a:Action><a:MessageID>uuid:"u8).Raw(id.ToString("D")).Raw("</a:MessageID>"u8);
    }

    private string Resource(string ns, string className) =>
        UsesDmtfNames ? Names.DmtfResource + className : Names.Resource(ns, className);

    private void Selectors(string ns, IReadOnlyDictionary<string, string> keys)
    {
        if (keys.Count == 0 && !UsesDmtfNames)
            return;
        _xml.Raw("<w:SelectorSet>"u8);
        if (UsesDmtfNames)
            _xml.Raw("<w:Selector Name=\"__cimnamespace\">"u8).Text(ns).Raw("</w:Selector>"u8);
        foreach (KeyValuePair<string, string> key in keys)
            _xml.Raw("<w:Selector Name=\""u8).Text(key.Key).Raw("\">"u8).Text(key.Value).Raw("</w:Selector>"u8);
        _xml.Raw("</w:SelectorSet>"u8);
    }

    private ReadOnlyMemory<byte> End(ReadOnlySpan<byte> close) =>
        _xml.Raw(close).Raw("</s:Body></s:Envelope>"u8).Written;
}
