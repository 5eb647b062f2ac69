using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.Checklist.Records;

/// <summary>A file that proves something: where it is, what it was when somebody looked, and how long it counts.</summary>
public sealed record Document : IRuled
{
    private const int Sha256Digits = 64;

    /// <summary>Relative to the folder of the facility record, with / between folders; null until there is one.</summary>
    public string? Path { get; init; }

    /// <summary>SHA-256 of the file, 64 hexadecimal digits.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The day on the document.</summary>
    public DateTime? Date { get; init; }

    /// <summary>The last day on which it counts.</summary>
    public DateTime? Expires { get; init; }

    IEnumerable<Mistake> IRuled.Mistakes(ChecklistProfile profile)
    {
        if (Path is { } path && !IsInside(path))
        {
            yield return new Mistake(new(
                "施設の記録と同じフォルダー、またはその中のフォルダーにあるファイルを、相対パスで書いてください（例: 証跡/任命書.pdf）。",
                "write a relative path of a file in the record's own folder or below it, such as evidence/appointment.pdf."), "path");
        }

        if (Sha256 is { } hash && (hash.Length != Sha256Digits || !hash.All(IsHexadecimal)))
        {
            yield return new Mistake(new(
                "SHA-256は16進数64文字です。Get-FileHash または sha256sum の値を写してください。",
                "a SHA-256 has 64 hexadecimal digits. Copy it from Get-FileHash or sha256sum."), "sha256");
        }

        if (Date is { } date && Expires is { } expires && expires < date)
        {
            yield return new Mistake(new("期限が書類の日付より前です。日付を確かめてください。", "it expires before its own day. Check both."), "expires");
        }
    }

    // A record from elsewhere must not make this computer open a share (and prove its account there) or a device.
    private static bool IsInside(string path) =>
        path.Trim().Length > 0 && !path.Contains(':') && path[0] is not ('/' or '\\')
        && path.Split('/', '\\').All(part => part.Trim().Length > 0 && part is not (".." or "."));

    private static bool IsHexadecimal(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
