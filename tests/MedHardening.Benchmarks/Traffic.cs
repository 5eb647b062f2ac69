using System.Collections.Generic;
using System.IO;
using System.Linq;
using Newtonsoft.Json;

namespace MedHardening.Benchmarks;

/// <summary>What one host of each archetype was asked and answered.</summary>
internal sealed record Traffic(IReadOnlyDictionary<string, IReadOnlyList<(byte[] Request, byte[] Reply)>> ByArchetype)
{
    public void Save(string path) => File.WriteAllText(path, JsonConvert.SerializeObject(
        ByArchetype.ToDictionary(a => a.Key, a => a.Value.Select(e => new[] { e.Request, e.Reply }).ToArray())));

    public static Traffic Load(string path) => new(
        JsonConvert.DeserializeObject<Dictionary<string, byte[][][]>>(File.ReadAllText(path))!
            .ToDictionary(a => a.Key, a => (IReadOnlyList<(byte[], byte[])>)a.Value.Select(e => (e[0], e[1])).ToArray()));
}
