using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using MedHardening.Baselines;
using MedHardening.Checklist;

namespace MedHardening.PowerShell;

/// <summary>Completes what is written so far from a list of words, each with a line that explains it.</summary>
public abstract class WordCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string begun = ItemNumber.Typed(wordToComplete.Trim('\'', '"'));
        return Words()
            .Where(w => w.Word.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Select(w => new CompletionResult(w.Word, w.Word, CompletionResultType.ParameterValue, w.Meaning));
    }

    private protected abstract IEnumerable<(string Word, string Meaning)> Words();
}

/// <summary>Items of the newest checklist: first the numbers as one types them, then the keys.</summary>
public sealed class ItemCompleter : WordCompleter
{
    private protected override IEnumerable<(string Word, string Meaning)> Words()
    {
        IReadOnlyList<ChecklistItem> items = ProfileReader.Load(ProfileReader.Known.Last()).Items;
        return items.Select(i => (ItemNumber.Typed(i.Number), i.Title.ToString()))
            .Concat(items.Select(i => (i.Key, i.Number + " " + i.Title)));
    }
}

/// <summary>The roles of the official form; a baseline may have more.</summary>
public sealed class RoleCompleter : WordCompleter
{
    private protected override IEnumerable<(string Word, string Meaning)> Words() => Roles.Official.Select(r => (r, r));
}
