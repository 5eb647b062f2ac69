using System;
using System.IO;
using MedHardening.Cim;

namespace MedHardening.Changes;

/// <summary>What went wrong, as a stable word.</summary>
internal static class Failure
{
    public static string Reason(Exception e) => e switch
    {
        CimFault fault => fault.Kind.ToString(),
        ChangeRefusedException refusal => refusal.Reason,
        IOException or UnauthorizedAccessException => "JournalNotWritten",
        _ => "InternalError",
    };

    public static string? Detail(Exception e) => e is ChangeRefusedException refusal ? refusal.Detail : e.Message;
}
