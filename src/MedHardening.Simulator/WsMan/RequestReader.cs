using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;

namespace MedHardening.Simulator.WsMan;

/// <summary>
/// Reads an envelope by namespaces, never by prefixes. What is sent is not trusted: no DTD, no resolver, a limited depth;
/// the size was limited before.
/// </summary>
internal static class RequestReader
{
    private const int MaxDepth = 64;
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private const string InstanceOfOmi = "http://www.w3.org/2001/XMLSchema";

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = false,
    };

    /// <exception cref="XmlException">Not well-formed, or too deep.</exception>
    /// <exception cref="InvalidDataException">No SOAP 1.2 envelope.</exception>
    public static WsManRequest Read(Stream content)
    {
        using XmlReader xml = XmlReader.Create(content, s_settings);
        WsManRequest request = new();
        if (xml.MoveToContent() != XmlNodeType.Element || !Is(xml, Names.Soap, "Envelope"))
            throw new InvalidDataException("no envelope");
        ForEachChild(xml, () =>
        {
            if (Is(xml, Names.Soap, "Header"))
                ForEachChild(xml, () => Header(xml, request));
            else if (Is(xml, Names.Soap, "Body"))
                request.Body = Node(xml).Children.FirstOrDefault();
            else
                xml.Skip();
        });
        return request;
    }

    private static void Header(XmlReader xml, WsManRequest request)
    {
        bool must = xml.GetAttribute("mustUnderstand", Names.Soap)?.Trim() is "true" or "1";
        switch (xml.NamespaceURI, xml.LocalName)
        {
            case (Names.Addressing, "Action"): request.Action = Trimmed(xml); break;
            case (Names.Addressing, "MessageID"): request.MessageId = Trimmed(xml); break;
            case (Names.Addressing, "ReplyTo"): request.ReplyTo = Address(xml); break;
            case (Names.Addressing, "FaultTo"): request.FaultTo = Address(xml); break;
            case (Names.Addressing, "To" or "From" or "RelatesTo"): xml.Skip(); break;
            case (Names.WsMan, "ResourceURI"): request.ResourceUri = Trimmed(xml); break;
            case (Names.WsMan, "MaxEnvelopeSize"): request.MaxEnvelopeSize = Trimmed(xml); break;
            case (Names.WsMan, "OperationTimeout"): request.OperationTimeout = Trimmed(xml); break;
            case (Names.WsMan, "Locale"): request.LocaleMustBeUnderstood = must; xml.Skip(); break;
            case (Names.WsManMicrosoft, "DataLocale"): request.DataLocaleMustBeUnderstood = must; xml.Skip(); break;
            case (Names.WsMan, "FragmentTransfer"): request.FragmentTransfer = must; xml.Skip(); break;
            case (Names.WsMan, "SelectorSet"): request.Selectors.AddRange(Named(xml)); break;
            case (Names.WsMan, "OptionSet"): request.Options.AddRange(Named(xml)); break;
            case (Names.WsMan, "RequestEPR" or "RequestTotalItemsCountEstimate"): xml.Skip(); break;
            case (Names.WsManMicrosoft, _): xml.Skip(); break; // SessionId, OperationID, SequenceId, ActivityId
            default:
                if (must)
                    request.NotUnderstood ??= (xml.NamespaceURI, xml.LocalName);
                xml.Skip();
                break;
        }
    }

    private static string? Address(XmlReader xml) => Node(xml).Child("Address")?.Text.Trim();

    private static IEnumerable<KeyValuePair<string, string>> Named(XmlReader xml) =>
        Node(xml).Children.Where(c => c.NameAttribute is not null).Select(c => KeyValuePair.Create(c.NameAttribute!, c.Text));

    private static string Trimmed(XmlReader xml) => Node(xml).Text.Trim();

    /// <summary>The element at the reader with all in it; leaves the reader behind it.</summary>
    private static BodyNode Node(XmlReader xml)
    {
        if (xml.Depth > MaxDepth)
            throw new XmlException("too deep");
        BodyNode node = new(xml.NamespaceURI, xml.LocalName)
        {
            Dialect = xml.GetAttribute("Dialect"),
            NameAttribute = xml.GetAttribute("Name"),
            CommandId = xml.GetAttribute("CommandId"),
            IsNil = (xml.GetAttribute("nil", Instance) ?? xml.GetAttribute("nil", InstanceOfOmi))?.Trim() is "true" or "1",
        };
        ForEachChild(xml, () => node.Children.Add(Node(xml)), text => node.Text += text);
        return node;
    }

    private static void ForEachChild(XmlReader xml, Action element, Action<string>? text = null)
    {
        bool empty = xml.IsEmptyElement;
        xml.Read();
        if (empty)
            return;
        while (xml.NodeType != XmlNodeType.EndElement)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                element();
                continue;
            }
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text?.Invoke(xml.Value);
            if (!xml.Read())
                throw new XmlException("the document ends too early");
        }
        xml.Read();
    }

    private static bool Is(XmlReader xml, string ns, string name) => xml.LocalName == name && xml.NamespaceURI == ns;
}
