namespace MedHardening.Cim.WsMan;

/// <summary>What kind of request goes out.</summary>
internal enum Sending
{
    /// <summary>The first one: is this WS-Management, asked without a credential.</summary>
    Identify,

    /// <summary>Only reads and leaves nothing behind: may go out again when an idle connection turns out to be closed.</summary>
    Repeatable,

    /// <summary>May have had an effect (a method) or moved something on (Pull): never goes out twice.</summary>
    Once,
}
