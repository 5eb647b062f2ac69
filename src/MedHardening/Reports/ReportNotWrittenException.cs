using System;

namespace MedHardening.Reports;

/// <summary>A report could not be put into its place. A file that stood there before is unchanged.</summary>
public sealed class ReportNotWrittenException : Exception
{
    public ReportNotWrittenException(string path, Text text, Exception? inner = null)
        : base(text.ToString(), inner)
    {
        Path = path;
        Text = text;
    }

    /// <summary>The path as it was given.</summary>
    public string Path { get; }

    public Text Text { get; }
}
