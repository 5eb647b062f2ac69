using System.Collections.Generic;
using MedHardening.Cim.WsMan.Shells;

namespace MedHardening.Cim.WsMan;

/// <summary>What one reply says.</summary>
internal sealed class Reply
{
    /// <summary>The MessageID of the request that this answers, or null when the reply does not say.</summary>
    public string? RelatesTo { get; set; }

    /// <summary>Set when the host answered with a fault; the rest is empty then.</summary>
    public SoapFault? Fault { get; set; }

    /// <summary>The local name of the first element of the body; null for an empty body.</summary>
    public string? Body { get; set; }

    /// <summary>The instances of a page of an enumeration, or the one result of any other operation.</summary>
    public List<CimObject> Items { get; } = [];

    /// <summary>Output of a shell; null for any other answer.</summary>
    public ShellPage? Shell { get; set; }

    /// <summary>Whether this is a page of an enumeration.</summary>
    public bool IsPage { get; set; }

    /// <summary>What the next Pull has to send; changes with every page (MS-WSMV §4.1.2).</summary>
    public string? Context { get; set; }

    /// <summary>Whether the enumeration is over; decides before <see cref="Context"/>, which some hosts send nevertheless.</summary>
    public bool End { get; set; }
}
