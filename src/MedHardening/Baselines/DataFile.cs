using System.IO;
using MedHardening.Baselines.Yaml;

namespace MedHardening.Baselines;

/// <summary>The lists of <c>baselines/data/</c>, which come with the engine.</summary>
internal static class DataFile
{
    /// <exception cref="InvalidFileException">The list breaks the rules that a user's file must keep.</exception>
    public static T Load<T>(string name, string schema)
        where T : class
    {
        string resource = "data/" + name + ".yaml";
        using Stream stream = typeof(DataFile).Assembly.GetManifestResourceStream(resource)!;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        FaultList faults = new(resource);
        object list = new Binder(faults).Record(YamlFile.Parse(bytes.ToArray(), schema, faults), typeof(T));
        faults.ThrowIfAny();
        return (T)list;
    }
}
