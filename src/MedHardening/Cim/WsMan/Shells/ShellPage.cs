using System;
using System.Collections.Generic;
using System.Globalization;

namespace MedHardening.Cim.WsMan.Shells;

/// <summary>One answer to Receive (MS-WSMV §2.2.4.27, §2.2.4.9).</summary>
internal sealed class ShellPage
{
    private const string Done = Names.Shell + "/CommandState/Done";

    public List<(string Name, byte[] Bytes)> Pieces { get; } = [];

    public bool IsDone { get; private set; }

    public int? ExitCode { get; private set; }

    /// <summary>The cursor stands on the ReceiveResponse.</summary>
    /// <exception cref="CimFault">A stream that is no Base64.</exception>
    public static ShellPage Read(XmlCursor xml)
    {
        ShellPage page = new();
        if (!xml.Enter())
            return page;
        while (xml.NextChild())
        {
            if (xml.Is("Stream", Names.Shell))
                page.Pieces.Add((xml.Attribute("Name") ?? "", Bytes(xml.Text())));
            else if (xml.Is("CommandState", Names.Shell))
                page.ReadState(xml);
            else
                xml.Skip();
        }
        return page;
    }

    private void ReadState(XmlCursor xml)
    {
        IsDone = xml.Attribute("State") == Done;
        if (!xml.Enter())
            return;
        while (xml.NextChild())
        {
            // Some write the same 32 bits as a negative number.
            if (xml.Is("ExitCode", Names.Shell) && long.TryParse(xml.Text(), NumberStyles.Integer, CultureInfo.InvariantCulture, out long code))
                ExitCode = unchecked((int)code);
            else
                xml.Skip();
        }
    }

    private static byte[] Bytes(string text)
    {
        try
        {
            return Convert.FromBase64String(text.Trim());
        }
        catch (FormatException e)
        {
            throw new CimFault(CimFaultKind.Protocol, "a stream of a shell that is not Base64", e);
        }
    }
}
