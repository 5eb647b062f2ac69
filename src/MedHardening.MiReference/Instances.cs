using System;
using System.Collections;
using System.Collections.Generic;
using Microsoft.Management.Infrastructure.Generic;

// What is abstract in the real assembly must be here too: the runtime looks members up by their place.
namespace Microsoft.Management.Infrastructure
{
    /// <summary>https://learn.microsoft.com/dotnet/api/microsoft.management.infrastructure.ciminstance</summary>
    public sealed class CimInstance : IDisposable
    {
        public CimInstance(string className, string namespaceName) => throw null!;

        public CimKeyedCollection<CimProperty> CimInstanceProperties => throw null!;

        public CimSystemProperties CimSystemProperties => throw null!;

        public void Dispose() => throw null!;
    }

    public class CimSystemProperties
    {
        internal CimSystemProperties() => throw null!;

        public string ClassName => throw null!;
    }

    public abstract class CimProperty
    {
        internal CimProperty() => throw null!;

        public abstract string Name { get; }

        public abstract object Value { get; set; }

        public static CimProperty Create(string name, object value, CimType type, CimFlags flags) => throw null!;
    }

    public abstract class CimMethodParameter
    {
        internal CimMethodParameter() => throw null!;

        public abstract string Name { get; }

        public abstract object Value { get; set; }

        public static CimMethodParameter Create(string name, object value, CimType type, CimFlags flags) => throw null!;
    }

    public class CimMethodParametersCollection : CimKeyedCollection<CimMethodParameter>, IDisposable
    {
        public override void Add(CimMethodParameter newItem) => throw null!;

        public override IEnumerator<CimMethodParameter> GetEnumerator() => throw null!;

        public void Dispose() => throw null!;
    }

    public abstract class CimMethodResultBase
    {
        internal CimMethodResultBase() => throw null!;
    }

    public class CimMethodResult : CimMethodResultBase, IDisposable
    {
        internal CimMethodResult() => throw null!;

        public CimMethodParameter ReturnValue => throw null!;

        public CimReadOnlyKeyedCollection<CimMethodParameter> OutParameters => throw null!;

        public void Dispose() => throw null!;
    }
}

namespace Microsoft.Management.Infrastructure.Generic
{
    public abstract class CimReadOnlyKeyedCollection<T> : IEnumerable<T>
    {
        internal CimReadOnlyKeyedCollection() => throw null!;

        public abstract IEnumerator<T> GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => throw null!;
    }

    public abstract class CimKeyedCollection<T> : CimReadOnlyKeyedCollection<T>
    {
        internal CimKeyedCollection() => throw null!;

        public abstract void Add(T newItem);
    }

    public class CimAsyncMultipleResults<T> : IObservable<T>
    {
        internal CimAsyncMultipleResults() => throw null!;

        public IDisposable Subscribe(IObserver<T> observer) => throw null!;
    }
}
