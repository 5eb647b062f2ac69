using System;
using System.Collections.Generic;

namespace MedHardening.Simulator.WsMan;

/// <summary>A request as it was sent, before anything in it was judged.</summary>
internal sealed class WsManRequest
{
    public string? Action { get; set; }

    public string? ResourceUri { get; set; }

    public string? MessageId { get; set; }

    public string? ReplyTo { get; set; }

    public string? FaultTo { get; set; }

    public string? MaxEnvelopeSize { get; set; }

    public string? OperationTimeout { get; set; }

    public bool LocaleMustBeUnderstood { get; set; }

    public bool DataLocaleMustBeUnderstood { get; set; }

    /// <summary>True or false as its mustUnderstand says; null when the header is absent.</summary>
    public bool? FragmentTransfer { get; set; }

    /// <summary>A header that must be understood and is not.</summary>
    public (string Namespace, string Name)? NotUnderstood { get; set; }

    public List<KeyValuePair<string, string>> Selectors { get; } = [];

    public List<KeyValuePair<string, string>> Options { get; } = [];

    /// <summary>The WMI context: options that begin with <c>wmi:</c>, without it (MS-WSMV §3.1.4.1.10).</summary>
    public IReadOnlyDictionary<string, string> WmiContext
    {
        get
        {
            const string prefix = "wmi:";
            Dictionary<string, string> context = new(StringComparer.OrdinalIgnoreCase);
            foreach ((string name, string value) in Options)
            {
                if (name.StartsWith(prefix, StringComparison.Ordinal))
                    context[name[prefix.Length..]] = value.Trim();
            }
            return context;
        }
    }

    /// <summary>The first element in the body.</summary>
    public BodyNode? Body { get; set; }
}
