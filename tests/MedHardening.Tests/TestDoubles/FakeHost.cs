using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Tests.TestDoubles;

/// <summary>
/// A host in memory that answers as Windows would, for tests of checks and of the fleet. Of WQL it knows the class only: conditions are
/// for the simulated hosts.
/// </summary>
internal sealed class FakeHost : ICimSession
{
    // WBEM_E_TYPE_MISMATCH, with which StdRegProv tells a value of another type from an absent one.
    private const uint TypeMismatch = 0x80041005;

    private readonly Dictionary<string, Dictionary<string, (int Type, object? Data)>> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CimFault> _faults = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Name, string State, string StartMode)> _services = [("RpcSs", "Running", "Auto"), ("EventLog", "Running", "Auto")];
    private readonly Dictionary<string, List<CimObject>> _rows = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _name;

    public FakeHost(string name = "PC1")
    {
        _name = name;
        Target = new CimTarget(name);
    }

    public CimTarget Target { get; }

    /// <summary>Names of the classes and methods asked, in order.</summary>
    public List<string> Asked { get; } = [];

    public bool Disposed { get; private set; }

    /// <summary>A key without values.</summary>
    public FakeHost With(string key)
    {
        _keys[key] = new(StringComparer.OrdinalIgnoreCase);
        return this;
    }

    public FakeHost With(string key, string name, uint dword) => With(key, name, 4, (long)dword);

    public FakeHost With(string key, string name, string text) => With(key, name, 1, text);

    public FakeHost WithService(string name, string state, string startMode)
    {
        _services.Add((name, state, startMode));
        return this;
    }

    public FakeHost WithoutServices()
    {
        _services.Clear();
        return this;
    }

    /// <summary>Adds an instance of a class.</summary>
    public FakeHost WithRow(string className, params (string Name, object? Value)[] properties)
    {
        if (!_rows.TryGetValue(className, out List<CimObject>? rows))
            _rows[className] = rows = [];
        rows.Add(Row(className, properties));
        return this;
    }

    /// <summary>The class exists and has no instance.</summary>
    public FakeHost WithNo(string className)
    {
        _rows[className] = [];
        return this;
    }

    /// <summary>Every question about a class, or about a registry key, fails.</summary>
    public FakeHost Failing(string classOrKey, CimFaultKind kind)
    {
        _faults[classOrKey] = new CimFault(kind, "made up: " + kind);
        return this;
    }

    public Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel)
    {
        string className = query.Wql is null ? query.ClassName : Regex.Match(query.Wql, @"\bFROM (\w+)").Groups[1].Value;
        Asked.Add(className);
        cancel.ThrowIfCancellationRequested();
        if (_faults.TryGetValue(className, out CimFault? fault))
            throw fault;
        if (_rows.TryGetValue(className, out List<CimObject>? rows))
            return Task.FromResult<IReadOnlyList<CimObject>>(rows);
        return Task.FromResult<IReadOnlyList<CimObject>>(className switch
        {
            "Win32_ComputerSystem" => [Row("Win32_ComputerSystem", ("Name", _name), ("Domain", "MED"))],
            "Win32_OperatingSystem" => [Row("Win32_OperatingSystem", ("Caption", "Microsoft Windows 11 Pro"), ("BuildNumber", "26100"), ("ProductType", "1"),
                ("LocalDateTime", "2025-12-01T09:00:00+09:00"))],
            "Win32_Service" => _services.Select(s => Row(
                "Win32_Service", ("Name", s.Name), ("DisplayName", s.Name), ("State", s.State), ("StartMode", s.StartMode))).ToArray(),
            _ => throw new CimFault(CimFaultKind.ClassNotFound, className),
        });
    }

    public Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel)
    {
        Asked.Add(method.Name);
        cancel.ThrowIfCancellationRequested();
        string path = (string)method.Parameters.First(p => p.Key == "sSubKeyName").Value!;
        if (_faults.TryGetValue(path, out CimFault? fault))
            throw fault;
        string[] children = _keys.Keys
            .Where(k => k.StartsWith(path + "\\", StringComparison.OrdinalIgnoreCase))
            .Select(k => k[(path.Length + 1)..].Split('\\')[0])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToArray();
        bool exists = _keys.TryGetValue(path, out Dictionary<string, (int Type, object? Data)>? values) || children.Length > 0;
        if (!exists)
            return Task.FromResult(Row("", ("ReturnValue", 2L)));
        values ??= [];
        string? name = method.Parameters.FirstOrDefault(p => p.Key == "sValueName").Value as string;
        if (name is not null && !values.ContainsKey(name))
            return Task.FromResult(Row("", ("ReturnValue", 2L)));
        return Task.FromResult(method.Name switch
        {
            "EnumKey" => Row("", ("ReturnValue", 0L), ("sNames", children)),
            "EnumValues" => Row("", ("ReturnValue", 0L), ("sNames", values.Keys.ToArray<object?>()), ("Types", values.Values.Select(v => (object?)(long)v.Type).ToArray())),
            "GetDWORDValue" when values[name!].Type != 4 => Row("", ("ReturnValue", (long)TypeMismatch)),
            "GetStringValue" when values[name!].Type != 1 => Row("", ("ReturnValue", (long)TypeMismatch)),
            "GetDWORDValue" => Row("", ("ReturnValue", 0L), ("uValue", values[name!].Data)),
            "GetStringValue" => Row("", ("ReturnValue", 0L), ("sValue", values[name!].Data)),
            _ => throw new CimFault(CimFaultKind.HostFault, method.Name),
        });
    }

    public void Dispose() => Disposed = true;

    internal static CimObject Row(string className, params (string Name, object? Value)[] properties) =>
        new(className, properties.Select(p => p.Name).ToArray(), properties.Select(p => p.Value).ToArray());

    private FakeHost With(string key, string name, int type, object data)
    {
        if (!_keys.TryGetValue(key, out Dictionary<string, (int, object?)>? values))
            _keys[key] = values = new(StringComparer.OrdinalIgnoreCase);
        values[name] = (type, data);
        return this;
    }
}
