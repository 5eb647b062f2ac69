using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Simulator.WsMan;

/// <summary>An element of a request's body, bare of prefixes.</summary>
internal sealed class BodyNode(string ns, string name)
{
    public string Namespace { get; } = ns;

    public string Name { get; } = name;

    /// <summary>The text directly in it.</summary>
    public string Text { get; set; } = "";

    /// <summary>
    /// <c>nil="true"</c> in the namespace of XMLSchema-instance, or in that of XMLSchema, which the client library of OMI declares
    /// under the prefix <c>xsi</c>.
    /// </summary>
    public bool IsNil { get; set; }

    public string? Dialect { get; set; }

    /// <summary>The attribute Name of a selector or option.</summary>
    public string? NameAttribute { get; set; }

    /// <summary>The attribute CommandId of a message to a shell.</summary>
    public string? CommandId { get; set; }

    public List<BodyNode> Children { get; } = [];

    public BodyNode? Child(string local) =>
        Children.FirstOrDefault(c => c.Name.Equals(local, StringComparison.Ordinal));
}
