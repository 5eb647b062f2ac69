using System;
using System.Xml;
using MedHardening.Cim.WsMan.Shells;

namespace MedHardening.Cim.WsMan;

/// <summary>Reads reply envelopes, without I/O. Prefixes mean nothing; elements are known by namespace and local name.</summary>
internal sealed class ReplyReader
{
    private readonly XmlCursor _xml;
    private readonly InstanceReader _instances;

    public ReplyReader(TextCache texts)
    {
        _xml = new XmlCursor(texts);
        _instances = new InstanceReader(_xml);
    }

    /// <exception cref="CimFault">It is no SOAP envelope, or nested too deep.</exception>
    public Reply Read(byte[] bytes, int length)
    {
        try
        {
            _xml.Open(bytes, length);
            if (!_xml.Is("Envelope", Names.Soap))
                throw new CimFault(CimFaultKind.Protocol, "the answer is no SOAP envelope but <" + _xml.Name + ">");
            Reply reply = new();
            bool hasBody = false;
            if (_xml.Enter())
            {
                while (_xml.NextChild())
                {
                    if (_xml.Is("Header", Names.Soap))
                    {
                        ReadHeader(reply);
                    }
                    else if (_xml.Is("Body", Names.Soap) && !hasBody)
                    {
                        hasBody = true;
                        ReadBody(reply);
                    }
                    else
                    {
                        _xml.Skip();
                    }
                }
            }
            return hasBody ? reply : throw new CimFault(CimFaultKind.Protocol, "the answer has no SOAP body");
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            // The reader tells a name that is none and bytes that are no UTF-8 as ArgumentException.
            throw new CimFault(CimFaultKind.Protocol, "the answer is not well-formed XML: " + e.Message, e);
        }
        finally
        {
            _instances.Reset();
            _xml.Close();
        }
    }

    private void ReadHeader(Reply reply)
    {
        if (!_xml.Enter())
            return;
        while (_xml.NextChild())
        {
            if (_xml.Is("RelatesTo", Names.Addressing))
                reply.RelatesTo = _xml.Text();
            else
                _xml.Skip();
        }
    }

    private void ReadBody(Reply reply)
    {
        if (!_xml.Enter() || !_xml.NextChild())
            return;
        reply.Body = _xml.Name;
        if (_xml.Is("Fault", Names.Soap))
        {
            reply.Fault = FaultReader.Read(_xml);
        }
        else if (_xml.Is("EnumerateResponse", Names.Enumeration) || _xml.Is("PullResponse", Names.Enumeration))
        {
            reply.IsPage = true;
            ReadPage(reply);
        }
        else if (_xml.Is("ReceiveResponse", Names.Shell))
        {
            reply.Shell = ShellPage.Read(_xml);
        }
        else
        {
            reply.Items.Add(_instances.Read());
        }
        _xml.SkipRest();
    }

    // Items and EndOfSequence are in the wsman namespace in the first page, in that of enumeration in the others (MS-WSMV §4.6.2).
    private void ReadPage(Reply reply)
    {
        if (!_xml.Enter())
            return;
        while (_xml.NextChild())
        {
            bool known = _xml.Namespace is Names.Enumeration or Names.WsMan;
            if (known && _xml.Name == "EnumerationContext")
            {
                reply.Context = _xml.Text();
            }
            else if (known && _xml.Name == "EndOfSequence")
            {
                reply.End = true;
                _xml.Skip();
            }
            else if (known && _xml.Name == "Items")
            {
                if (!_xml.Enter())
                    continue;
                while (_xml.NextChild())
                    reply.Items.Add(_instances.Read());
            }
            else
            {
                _xml.Skip();
            }
        }
    }
}
