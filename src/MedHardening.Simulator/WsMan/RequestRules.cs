using System;
using System.Globalization;
using System.Xml;

namespace MedHardening.Simulator.WsMan;

/// <summary>What WinRM checks of every request before it looks at the operation (MS-WSMV §3.1.4.1.3 to §3.1.4.1.18).</summary>
internal static class RequestRules
{
    private const int MinEnvelopeSize = 8192;
    private const int MaxMessageIdLength = 2048;

    /// <returns>The largest reply in bytes: what the client asked for, or what the server allows if that is less.</returns>
    /// <exception cref="WsManFault">A rule is broken.</exception>
    public static int Check(WsManRequest request, int serverLimit)
    {
        if (request.NotUnderstood is { } header)
            throw Faults.NotUnderstood(header);
        if (string.IsNullOrEmpty(request.Action) || request.ReplyTo is null)
            throw Faults.HeaderRequired();
        if (request.ReplyTo != Names.Anonymous
            || (request.FaultTo is not null && request.FaultTo.TrimEnd('/') != Names.Anonymous))
            throw Faults.AddressingMode();
        if (string.IsNullOrEmpty(request.MessageId) || request.MessageId.Length > MaxMessageIdLength)
            throw Faults.InvalidHeader();
        if (request.LocaleMustBeUnderstood)
            throw Faults.MustUnderstandLocale("Locale");
        if (request.DataLocaleMustBeUnderstood)
            throw Faults.MustUnderstandLocale("DataLocale");
        if (request.FragmentTransfer is { } mustUnderstand)
            throw mustUnderstand ? Faults.UnsupportedFeature() : Faults.InvalidHeader();
        if (request.OperationTimeout is { } timeout && !IsDuration(timeout))
            throw Faults.InvalidTimeout();
        if (request.MaxEnvelopeSize is null)
            return serverLimit;
        if (!uint.TryParse(request.MaxEnvelopeSize, NumberStyles.None, CultureInfo.InvariantCulture, out uint size))
            throw Faults.InvalidHeader();
        return size < MinEnvelopeSize ? throw Faults.MinEnvelopeSize() : (int)Math.Min(size, (uint)serverLimit);
    }

    private static bool IsDuration(string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text) >= TimeSpan.Zero;
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return false;
        }
    }
}
