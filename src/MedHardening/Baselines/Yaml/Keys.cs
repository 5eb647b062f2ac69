using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace MedHardening.Baselines.Yaml;

/// <summary>How C# names are written in YAML: <c>MinMegabytes</c> as <c>minMegabytes</c>.</summary>
internal static class Keys
{
    // A fleet's baselines have hundreds of thousands of lines of a few types.
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PropertyInfo>> s_properties = new();
    private static readonly ConcurrentDictionary<Type, IReadOnlyDictionary<string, PropertyInfo>> s_byKey = new();
    private static readonly ConcurrentDictionary<PropertyInfo, bool> s_required = new();

    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The properties of a record that a file may set, in the order of their declaration.</summary>
    public static IReadOnlyList<PropertyInfo> Of(Type type) => s_properties.GetOrAdd(type, static t => t
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite && p.GetIndexParameters().Length == 0)
        .ToArray());

    /// <summary>The property of a record that a key sets, or null.</summary>
    public static PropertyInfo? Find(Type type, string key) =>
        s_byKey.GetOrAdd(type, static t => Of(t).ToDictionary(p => Camel(p.Name))).TryGetValue(key, out PropertyInfo? property) ? property : null;

    public static bool IsRequired(PropertyInfo property) =>
        s_required.GetOrAdd(property, static p => p.IsDefined(typeof(RequiredMemberAttribute)));

    /// <summary>The words of an enum: its members in camelCase, and those of <see cref="WordAttribute"/>.</summary>
    public static IReadOnlyList<string> Words(Type type) => Members(type).Select(m => m.Word).ToArray();

    /// <summary>Every word of an enum with its value.</summary>
    public static IEnumerable<(string Word, object Value)> Members(Type type) =>
        from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
        from word in field.GetCustomAttributes<WordAttribute>().Select(w => w.Word).Prepend(Camel(field.Name))
        select (word, field.GetValue(null)!);

    /// <summary>What <paramref name="type"/> is a list of; null when it is no list.</summary>
    public static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.GenericTypeArguments is { Length: 1 } one && type.IsAssignableFrom(typeof(List<>).MakeGenericType(one)) ? one[0]
        : null;

    /// <summary>Key and value of a dictionary type; null when it is none.</summary>
    public static (Type Key, Type Value)? PairOf(Type type) =>
        type.GenericTypeArguments is { Length: 2 } pair && type.IsAssignableFrom(typeof(Dictionary<,>).MakeGenericType(pair))
            ? (pair[0], pair[1])
            : null;
}
