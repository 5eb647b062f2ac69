using System.IO;
using MedHardening.Checklist;

namespace MedHardening.Reports;

/// <summary>One file format of a run.</summary>
public interface IReport
{
    /// <summary>With the dot and in lower case: <c>.html</c>.</summary>
    string Extension { get; }

    /// <summary>Writes the whole report. The stream stays open and need not be seekable.</summary>
    void Write(ChecklistStatus status, Stream stream);
}
