using System;
using System.Linq;
using System.Reflection;

namespace MedHardening.Baselines;

/// <summary>A further word by which a file may name a member of an enum: <c>知識</c> beside <c>knowledge</c>.</summary>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true)]
public sealed class WordAttribute(string word) : Attribute
{
    public string Word { get; } = word;

    /// <summary>The word that stands first at a member: the one that the form or the Ministry uses; its name when it has none.</summary>
    internal static string First(Enum member)
    {
        string name = member.ToString();
        return member.GetType().GetField(name)?.GetCustomAttributes<WordAttribute>().FirstOrDefault()?.Word ?? name;
    }
}
