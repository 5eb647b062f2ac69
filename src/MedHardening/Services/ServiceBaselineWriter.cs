using System.Collections.Generic;
using System.IO;
using System.Text;
using MedHardening.Baselines.Yaml;

namespace MedHardening.Services;

/// <summary>Writes a service baseline as YAML, one entry a line, always in the same order.</summary>
public static class ServiceBaselineWriter
{
    /// <exception cref="IOException">The file system refused; what was at the path is still there.</exception>
    /// <exception cref="System.UnauthorizedAccessException">The same.</exception>
    public static void Save(ServiceBaseline baseline, string path) =>
        AtomicFile.Write(path, isPrivate: false, stream => Write(baseline, stream));

    /// <summary>UTF-8 without byte order mark, line feeds. Leaves the stream open.</summary>
    public static void Write(ServiceBaseline baseline, Stream stream)
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        YamlWriter yaml = new(writer);
        foreach (string line in Head(baseline))
            yaml.Comment(line);
        yaml.Record(baseline);
    }

    private static IEnumerable<string> Head(ServiceBaseline baseline)
    {
        yield return "2-⑫ サービス・プログラム・待受ポートの基準です。各行に判断を書きます: approved（true 必要／false 不要）, reason 理由, by 判断した人, on 判断した日";
        yield return "Service baseline (2-⑫). Decide line by line: approved (true: needed; false: must not be there), reason, by, on.";
        if (baseline.Hosts < 2)
            yield break;
        yield return $"{baseline.Hosts} 台をまとめました。hosts: はその行がある台数（書いてなければ全台）、varies: は台によって値が違うため比べないキーです。";
        yield return $"Merged from {baseline.Hosts} computers. hosts: how many have the line (all, when not written); varies: keys that differ and are not compared.";
        foreach (string line in MergeOverview.Of(baseline))
            yield return line;
    }
}
