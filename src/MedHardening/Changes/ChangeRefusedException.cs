using System;

namespace MedHardening.Changes;

/// <summary>A host is not changed, and nothing was written to it.</summary>
/// <param name="reason">Stable word in PascalCase.</param>
/// <param name="detail">What of the host it is about; null when the reason says all.</param>
public sealed class ChangeRefusedException(string reason, string? detail) : Exception(reason + (detail is null ? "" : ": " + detail))
{
    public string Reason => reason;

    public string? Detail => detail;
}
