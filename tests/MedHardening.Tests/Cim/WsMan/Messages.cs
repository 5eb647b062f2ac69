using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using MedHardening.Cim;
using MedHardening.Cim.WsMan;
using MedHardening.Tests.TestDoubles;

namespace MedHardening.Tests.Cim.WsMan;

/// <summary>Literal messages in the folder Messages, a stub that answers with them, and a comparison that sees no prefixes.</summary>
internal static class Messages
{
    public static string Load(string name) => File.ReadAllText(Path.Combine(Folder(), "Messages", name));

    /// <summary>Answers Identify as a WinRM does, and everything else with what <paramref name="answer"/> says.</summary>
    public static HttpStub Stub(Func<StubExchange, string> answer) =>
        new(x => x.AnswerAsync(x.IsIdentify ? SoapText.Identified : answer(x)));

    public static async Task<WsManSession> OpenAsync(HttpStub stub, WsManOptions? options = null) =>
        (WsManSession)await new WsManTransport(options ?? new WsManOptions())
            .OpenAsync(new CimTarget("127.0.0.1") { Port = stub.Port }, CancellationToken.None);

    /// <summary>One line for each element, attribute and text, by namespace and local name.</summary>
    public static IEnumerable<string> Lines(string xml)
    {
        XElement root = XElement.Parse(xml);
        foreach (XElement element in root.DescendantsAndSelf())
        {
            string path = string.Concat(element.AncestorsAndSelf().Reverse().Select(a => "/" + a.Name.LocalName));
            yield return path + " " + element.Name.NamespaceName;
            foreach (XAttribute attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration).OrderBy(a => a.Name.ToString()))
                yield return path + " @" + attribute.Name + " = " + Value(element, attribute);
            if (!element.HasElements)
                yield return path + " = " + element.Value.Trim();
        }
    }

    private static string Value(XElement element, XAttribute attribute)
    {
        int colon = attribute.Name.LocalName == "type" ? attribute.Value.IndexOf(':', StringComparison.Ordinal) : -1;
        return colon < 0
            ? attribute.Value
            : "{" + element.GetNamespaceOfPrefix(attribute.Value[..colon]) + "}" + attribute.Value[(colon + 1)..];
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
