using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.WsMan;

/// <summary>
/// Identify (DSP0226 §11, MS-WSMV §3.1.4.1.23). Whoever has not signed in learns the vendor and the stack, not the version of Windows.
/// </summary>
internal static class IdentifyOperation
{
    public static bool IsIdentify(WsManRequest request) =>
        request.Body is { Name: "Identify", Namespace: Names.Identity };

    public static void Write(ReplyBuffer reply, SimulatedHost host, bool authenticated, bool basic)
    {
        string version = "0.0.0";
        if (authenticated && host.Data.FindClass("root/cimv2", "Win32_OperatingSystem") is { } type
            && host.Instances(type) is [var system, ..])
            version = CimText.Of(system["Version"] ?? version);
        reply.Markup(host.Data.IsJapanese ? "<s:Envelope xml:lang=\"ja-JP\"" : "<s:Envelope xml:lang=\"en-US\"")
            .Raw(" xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Header/><s:Body>"u8)
            .Markup($"<wsmid:IdentifyResponse xmlns:wsmid=\"{Names.Identity}\"><wsmid:ProtocolVersion>{Names.WsMan}</wsmid:ProtocolVersion>")
            .Raw("<wsmid:ProductVendor>Microsoft Corporation</wsmid:ProductVendor><wsmid:ProductVersion>OS: "u8)
            .Text(version).Raw(" SP: 0.0 Stack: 3.0</wsmid:ProductVersion>"u8);
        if (authenticated)
        {
            const string profile = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/";
            reply.Raw("<wsmid:SecurityProfiles>"u8);
            string[] kinds = basic
                ? ["http/basic", "https/basic", "http/spnego-kerberos", "https/spnego-kerberos"]
                : ["http/spnego-kerberos", "https/spnego-kerberos"];
            foreach (string kind in kinds)
                reply.Markup($"<wsmid:SecurityProfileName>{profile}{kind}</wsmid:SecurityProfileName>");
            reply.Raw("</wsmid:SecurityProfiles>"u8);
        }
        reply.Raw("</wsmid:IdentifyResponse></s:Body></s:Envelope>"u8);
    }
}
