using System;

namespace MedHardening.Cli;

/// <summary>Something is wrong with what the person asked for; said without a stack trace, exit code 2.</summary>
internal sealed class UsageException(Text text) : Exception(text.En)
{
    public Text Text { get; } = text;
}
