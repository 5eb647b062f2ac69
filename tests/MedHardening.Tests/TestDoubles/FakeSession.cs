using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Tests.TestDoubles;

/// <summary>Answers exactly the questions it was given answers for, by their key; any other question fails the test.</summary>
internal sealed class FakeSession : ICimSession
{
    private readonly Dictionary<string, object> _answers = [];

    public CimTarget Target { get; } = new("PC1");

    /// <summary>The questions asked, in order.</summary>
    public List<string> Asked { get; } = [];

    public FakeSession Answer(CimQuery query, params CimObject[] rows)
    {
        _answers[query.Key] = rows;
        return this;
    }

    public FakeSession Answer(CimMethod method, params (string Name, object? Value)[] result)
    {
        _answers[method.Key] = FakeHost.Row(method.Name, result);
        return this;
    }

    public FakeSession Fail(CimQuery query, CimFaultKind kind)
    {
        _answers[query.Key] = new CimFault(kind, "made up");
        return this;
    }

    public Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel) =>
        Task.FromResult((IReadOnlyList<CimObject>)Find(query.Key));

    public Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel) => Task.FromResult((CimObject)Find(method.Key));

    public void Dispose()
    {
    }

    private object Find(string key)
    {
        Asked.Add(key);
        return _answers.GetValueOrDefault(key) switch
        {
            null => throw new InvalidOperationException("not expected: " + key),
            CimFault fault => throw fault,
            object answer => answer,
        };
    }
}
