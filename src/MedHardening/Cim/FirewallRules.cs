using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <summary>
/// Reads the inbound rules in effect, of all stores together. Ports and addresses are in classes of their own, one row a rule, with the
/// rule's InstanceID: three questions in place of two for every rule.
/// https://learn.microsoft.com/windows/win32/fwp/wmi/wfascimprov/msft-netfirewallrule
/// </summary>
public static class FirewallRules
{
    private const string Namespace = "root/StandardCimv2";

    /// <summary>Enabled rules that let connections in.</summary>
    /// <exception cref="CimFault">The rules could not be read, or parts of them are missing.</exception>
    public static async Task<IReadOnlyList<InboundRule>> ReadInboundRulesAsync(this ICimSession session, CancellationToken cancel)
    {
        // Enabled 1, inbound 1, allow 2.
        IReadOnlyList<CimObject> rules = await session.QueryAsync(
            Active(CimQuery.FromWql(Namespace, "SELECT * FROM MSFT_NetFirewallRule WHERE Enabled = 1 AND Direction = 1 AND Action = 2")), cancel)
            .ConfigureAwait(false);
        Dictionary<string, CimObject> ports = await ReadAsync(session, "MSFT_NetProtocolPortFilter", cancel).ConfigureAwait(false);
        Dictionary<string, CimObject> addresses = await ReadAsync(session, "MSFT_NetAddressFilter", cancel).ConfigureAwait(false);
        return rules.Select(rule =>
        {
            string id = rule.String("InstanceID") ?? "";
            return ports.TryGetValue(id, out CimObject? port) && addresses.TryGetValue(id, out CimObject? address)
                ? new InboundRule(id, rule.String("DisplayName") ?? "", port.String("Protocol") ?? "", Texts(port, "LocalPort"), Texts(address, "RemoteAddress"))
                : throw new CimFault(CimFaultKind.Protocol, "MSFT_NetFirewallRule " + id + ": no filter") { Host = session.Target.Name };
        }).ToArray();
    }

    private static async Task<Dictionary<string, CimObject>> ReadAsync(ICimSession session, string className, CancellationToken cancel)
    {
        IReadOnlyList<CimObject> rows = await session.QueryAsync(Active(CimQuery.Class(Namespace, className)), cancel).ConfigureAwait(false);
        return rows.GroupBy(r => r.String("InstanceID") ?? "", StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
    }

    private static CimQuery Active(CimQuery query) => query.With("PolicyStore", "ActiveStore");

    private static string[] Texts(CimObject row, string name) => row.Strings(name).Select(s => s ?? "").ToArray();
}

/// <param name="Protocol"><c>TCP</c>, <c>UDP</c>, a number, or <c>Any</c>.</param>
/// <param name="LocalPorts">Numbers, ranges (<c>5000-5010</c>), words such as <c>RPC</c>, or <c>Any</c>.</param>
/// <param name="RemoteAddresses">Addresses, ranges, words such as <c>LocalSubnet</c>, or <c>Any</c>; empty is Any.</param>
public sealed record InboundRule(
    string Id, string Name, string Protocol, IReadOnlyList<string> LocalPorts, IReadOnlyList<string> RemoteAddresses)
{
    /// <summary>Whether anybody may be the source.</summary>
    public bool FromAnywhere => RemoteAddresses.Count == 0 || RemoteAddresses.Contains("Any", StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Whether it is about the TCP port. A rule for any port is one for a program, and the programs of Windows that have one (Wi-Fi Direct
    /// and others) are not those behind the ports of remote access.
    /// </summary>
    public bool Names(int port) => Protocol is "TCP" or "6" && LocalPorts.Any(p => IsIn(p, port));

    private static bool IsIn(string range, int port)
    {
        string[] ends = range.Split('-');
        return int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int from)
            && int.TryParse(ends[ends.Length - 1], NumberStyles.None, CultureInfo.InvariantCulture, out int to)
            && port >= from && port <= to;
    }
}
