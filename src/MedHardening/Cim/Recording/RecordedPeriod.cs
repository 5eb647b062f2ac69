using System;

namespace MedHardening.Cim.Recording;

/// <summary>When recordings were made.</summary>
public sealed record RecordedPeriod(DateTimeOffset First, DateTimeOffset Last)
{
    internal RecordedPeriod With(DateTimeOffset at) => new(at < First ? at : First, at > Last ? at : Last);
}
