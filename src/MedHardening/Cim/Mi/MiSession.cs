using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Generic;
using Microsoft.Management.Infrastructure.Options;

namespace MedHardening.Cim.Mi;

/// <summary>One host behind a session of MI. Questions of concurrent callers are under way together, as MI allows.</summary>
internal sealed class MiSession : ICimSession, IAuthenticatedSession
{
    private readonly CimSession _session;
    private readonly string _authentication;
    private readonly bool _isOwn;
    private volatile bool _hasAnswered;

    /// <param name="authentication">How the account is proven, once it is.</param>
    /// <param name="isOwn">Whether the session is closed with this one.</param>
    public MiSession(CimTarget target, CimSession session, string authentication, bool isOwn)
    {
        Target = target;
        _session = session;
        _authentication = authentication;
        _isOwn = isOwn;
    }

    /// <inheritdoc/>
    public CimTarget Target { get; }

    /// <inheritdoc/>
    public string? Authentication => _hasAnswered ? _authentication : null;

    /// <inheritdoc/>
    public Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel) => AskAsync(
        options =>
        {
            foreach (KeyValuePair<string, object> option in query.Options)
                options.SetCustomOption(option.Key, option.Value, InValues.TypeOf(option.Value), mustComply: true);
            return query.Wql is null
                ? _session.EnumerateInstancesAsync(query.Namespace, query.ClassName, options)
                : _session.QueryInstancesAsync(query.Namespace, "WQL", query.Wql, options);
        },
        OutValues.Row,
        query.ToString(),
        query.Limit,
        cancel);

    /// <inheritdoc/>
    public async Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel)
    {
        using CimMethodParametersCollection parameters = InValues.Parameters(method);
        using CimInstance? instance = InValues.Instance(method);
        IReadOnlyList<CimObject> results = await AskAsync(
            options => instance is null
                ? _session.InvokeMethodAsync(method.Namespace, method.ClassName, method.Name, parameters, options)
                : _session.InvokeMethodAsync(method.Namespace, instance, method.Name, parameters, options),
            (CimMethodResultBase result) => OutValues.Result(method, result),
            method.ToString(),
            1,
            cancel).ConfigureAwait(false);
        return results.Count == 1
            ? results[0]
            : throw new CimFault(CimFaultKind.Protocol, method + ": an empty answer") { Host = Target.Name };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isOwn)
            _session.Dispose();
    }

    private async Task<IReadOnlyList<CimObject>> AskAsync<T>(
        Func<CimOperationOptions, CimAsyncMultipleResults<T>> ask, Func<T, CimObject> map, string what, int limit, CancellationToken cancel)
    {
        // Both ways to end an operation are used: PowerShell 7's MI ends none when its subscription is disposed (PowerShell/MMI,
        // CimAsyncCancellationDisposable).
        using CancellationTokenSource operation = new();
        try
        {
            using CimOperationOptions options = new() { Timeout = Target.OperationTimeout, CancellationToken = operation.Token };
            Collector<T> rows = new(map, what, limit);
            using IDisposable subscription = ask(options).Subscribe(rows);
            try
            {
                IReadOnlyList<CimObject> found = await rows.WaitAsync(Target.OperationTimeout, cancel).ConfigureAwait(false);
                _hasAnswered = true;
                return found;
            }
            finally
            {
                if (!rows.HasEnded)
                    operation.Cancel();
            }
        }
        catch (CimException e)
        {
            CimFault fault = MiFaults.From(e, Target, _hasAnswered);
            _hasAnswered |= fault.Kind is CimFaultKind.ClassNotFound or CimFaultKind.NamespaceNotFound or CimFaultKind.InstanceNotFound;
            throw fault;
        }
        catch (ObjectDisposedException e)
        {
            throw new CimFault(CimFaultKind.ConnectionDropped, "the CimSession is closed", e) { Host = Target.Name };
        }
        catch (CimFault fault) when (fault.Host is null)
        {
            throw new CimFault(fault.Kind, fault.Message, fault) { Code = fault.Code, Host = Target.Name };
        }
    }
}
