using System.Collections.Generic;

namespace MedHardening.Cli.Help;

/// <summary>A titled part of a help text: what to type or see on the left, what it means on the right.</summary>
internal sealed record HelpSection(string Title, IReadOnlyList<HelpLine> Lines);

/// <summary>One line of a help text; without a meaning it stands alone.</summary>
internal sealed record HelpLine(string Term, string Meaning = "");

/// <summary>A command that has more to say than its options: exit codes, examples.</summary>
internal interface IDocumented
{
    IReadOnlyList<HelpSection> More { get; }
}
