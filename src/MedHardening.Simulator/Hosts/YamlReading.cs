using System.Collections.Generic;
using System.IO;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MedHardening.Simulator.Hosts;

/// <summary>YAML nodes with the name of their file, so that every complaint has a file and a line.</summary>
internal sealed class YamlReading(string file)
{
    public YamlMappingNode Document(string text)
    {
        try
        {
            YamlStream stream = [];
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode root)
                return root;
        }
        catch (YamlException e)
        {
            throw new HostFileException(file, e.Start.Line, e.Message, e);
        }
        throw new HostFileException(file, 1, "one YAML mapping expected");
    }

    public HostFileException Fault(YamlNode node, string message) => new(file, node.Start.Line, message);

    public IEnumerable<KeyValuePair<YamlScalarNode, YamlNode>> Entries(YamlNode node)
    {
        if (IsNull(node))
            yield break;
        if (node is not YamlMappingNode map)
            throw Fault(node, "a mapping expected");
        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            if (key is not YamlScalarNode scalar)
                throw Fault(key, "a name expected");
            yield return KeyValuePair.Create(scalar, value);
        }
    }

    public IEnumerable<YamlNode> Items(YamlNode node)
    {
        if (IsNull(node))
            return [];
        return node is YamlSequenceNode list ? list.Children : throw Fault(node, "a list expected");
    }

    public string Text(YamlNode node) =>
        node is YamlScalarNode { Value: { } value } && !IsNull(node) ? value : throw Fault(node, "a text expected");

    public bool Flag(YamlNode node) => Text(node) switch
    {
        "true" => true,
        "false" => false,
        _ => throw Fault(node, "true or false expected"),
    };

    public static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain or ScalarStyle.Any, Value: null or "" or "~" or "null" or "Null" or "NULL" };
}
