using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.MiDouble;
using Microsoft.Management.Infrastructure.Generic;
using Microsoft.Management.Infrastructure.Options;

namespace Microsoft.Management.Infrastructure;

public class CimSession : IDisposable
{
    private readonly Wmi _wmi;
    private bool _isDisposed;

    private CimSession(string? computerName, Wmi wmi)
    {
        ComputerName = computerName;
        _wmi = wmi;
    }

    public string? ComputerName { get; }

    public static CimSession Create(string? computerName, CimSessionOptions sessionOptions)
    {
        Wmi.Current.Opened.Add((computerName, sessionOptions));
        return new CimSession(computerName, Wmi.Current);
    }

    public CimAsyncMultipleResults<CimInstance> EnumerateInstancesAsync(string namespaceName, string className, CimOperationOptions options) =>
        Ask<CimInstance>(new Question(namespaceName, className, null, null, options));

    public CimAsyncMultipleResults<CimInstance> QueryInstancesAsync(
        string namespaceName, string queryDialect, string queryExpression, CimOperationOptions options) => queryDialect == "WQL"
            ? Ask<CimInstance>(new Question(namespaceName, null, queryExpression, null, options))
            : throw new ArgumentException(queryDialect);

    public CimAsyncMultipleResults<CimMethodResultBase> InvokeMethodAsync(
        string namespaceName, string className, string methodName, CimMethodParametersCollection methodParameters, CimOperationOptions options) =>
        Ask<CimMethodResultBase>(new Question(namespaceName, className, null, methodName, options) { Parameters = Seen(methodParameters) });

    public CimAsyncMultipleResults<CimMethodResultBase> InvokeMethodAsync(
        string namespaceName, CimInstance instance, string methodName, CimMethodParametersCollection methodParameters, CimOperationOptions options) =>
        Ask<CimMethodResultBase>(new Question(namespaceName, instance.CimSystemProperties.ClassName, null, methodName, options)
        {
            Keys = instance.CimInstanceProperties.ToArray(),
            Parameters = Seen(methodParameters),
        });

    public void Dispose()
    {
        _wmi.Closed++;
        _isDisposed = true;
    }

    private static Dictionary<string, (CimType, object)> Seen(CimMethodParametersCollection parameters) =>
        parameters.ToDictionary(p => p.Name, p => (p.CimType, p.Value));

    private CimAsyncMultipleResults<T> Ask<T>(Question question)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        lock (_wmi.Asked)
            _wmi.Asked.Add(question);
        return new CimAsyncMultipleResults<T>(() => _wmi.Answer(question with { Computer = ComputerName }), question.Options);
    }
}
