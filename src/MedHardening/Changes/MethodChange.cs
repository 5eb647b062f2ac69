using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Changes;

/// <summary>
/// A method of one instance brings a property of it into another state, and a method takes that back: for what is neither a
/// registry value nor a service, such as <c>MSFT_NetFirewallRule.Disable</c> and <c>Enable</c> with the property <c>Enabled</c>.
/// </summary>
/// <param name="Keys">Key properties of the instance.</param>
/// <param name="Property">The property that tells the state.</param>
/// <param name="Before">Its value as an invariant text.</param>
public sealed record MethodChange(
    string Namespace,
    string ClassName,
    IReadOnlyDictionary<string, string> Keys,
    string Property,
    string Before,
    string After,
    NamedMethod Apply,
    NamedMethod Revert,
    string Why,
    ChangeEffect Effect = ChangeEffect.AtOnce)
    : Change(Why, Effect)
{
    /// <summary>With the method: whoever says yes to a plan, which may come from a file, must see what is called.</summary>
    public override string Location =>
        ClassName + " " + string.Join(",", Keys.OrderBy(k => k.Key, System.StringComparer.Ordinal).Select(k => k.Value)) + " [" + Property + "] " + Apply;

    public override string Old => Before;

    public override string New => After;

    internal override async Task<string> ReadAsync(ICimSession session, CancellationToken cancel)
    {
        string where = string.Join(" AND ", Keys.Select(k => k.Key + "=" + CimQuery.Quoted(k.Value)));
        IReadOnlyList<CimObject> rows = await session
            .QueryAsync(CimQuery.FromWql(Namespace, "SELECT * FROM " + ClassName + " WHERE " + where), cancel).ConfigureAwait(false);
        return rows.Count == 1 ? rows[0].String(Property) ?? Absent : Absent;
    }

    internal override Task ApplyAsync(ICimSession session, CancellationToken cancel) => CallAsync(session, Apply, cancel);

    internal override Task RevertAsync(ICimSession session, CancellationToken cancel) => CallAsync(session, Revert, cancel);

    private async Task CallAsync(ICimSession session, NamedMethod method, CancellationToken cancel)
    {
        CimObject answer = await session.InvokeAsync(
            new CimMethod(Namespace, ClassName, method.Name)
            {
                Keys = Keys,
                Parameters = method.Parameters,
            },
            cancel).ConfigureAwait(false);
        // Methods without a result have no ReturnValue.
        if (answer.UInt32("ReturnValue") is > 0 and uint code)
            throw new CimFault(CimFaultKind.HostFault, Location + ", " + method.Name + ": ReturnValue " + code) { Code = code, Host = session.Target.Name };
    }
}

/// <summary>A method and its in parameters, in the method's own order and spelling: texts, booleans and whole numbers.</summary>
public sealed record NamedMethod(string Name, params KeyValuePair<string, object?>[] Parameters)
{
    public override string ToString() => Name + "(" + string.Join(", ", Parameters.Select(p => p.Key + "=" + CimValue.ToText(p.Value))) + ")";
}
