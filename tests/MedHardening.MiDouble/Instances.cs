using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Management.Infrastructure.Generic;

namespace Microsoft.Management.Infrastructure
{
    public sealed class CimInstance(string className, string? namespaceName) : IDisposable
    {
        private readonly Collection<CimProperty> _properties = new();
        private bool _isDisposed;

        public CimKeyedCollection<CimProperty> CimInstanceProperties => Alive(_properties);

        public CimSystemProperties CimSystemProperties => Alive(new CimSystemProperties(className, namespaceName));

        public void Dispose() => _isDisposed = true;

        private T Alive<T>(T value)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return value;
        }
    }

    public class CimSystemProperties(string className, string? namespaceName)
    {
        public string ClassName => className;

        public string? Namespace => namespaceName;
    }

    public abstract class CimProperty
    {
        public abstract string Name { get; }

        public abstract object Value { get; set; }

        public abstract CimType CimType { get; }

        public abstract CimFlags Flags { get; }

        public static CimProperty Create(string name, object? value, CimType type, CimFlags flags) => new Standalone(name, value, type, flags);

        private sealed class Standalone(string name, object? value, CimType type, CimFlags flags) : CimProperty
        {
            public override string Name => name;

            public override object Value { get; set; } = CimTypes.Checked(value, type);

            public override CimType CimType => type;

            public override CimFlags Flags => flags;
        }
    }

    public abstract class CimMethodParameter
    {
        public abstract string Name { get; }

        public abstract object Value { get; set; }

        public abstract CimType CimType { get; }

        public static CimMethodParameter Create(string name, object? value, CimType type, CimFlags flags) => new Standalone(name, value, type);

        private sealed class Standalone(string name, object? value, CimType type) : CimMethodParameter
        {
            public override string Name => name;

            public override object Value { get; set; } = CimTypes.Checked(value, type);

            public override CimType CimType => type;
        }
    }

    public class CimMethodParametersCollection : CimKeyedCollection<CimMethodParameter>, IDisposable
    {
        private readonly List<CimMethodParameter> _items = [];

        public override void Add(CimMethodParameter newItem) => _items.Add(newItem);

        public override IEnumerator<CimMethodParameter> GetEnumerator() => _items.GetEnumerator();

        public void Dispose()
        {
        }
    }

    public abstract class CimMethodResultBase;

    public class CimMethodResult(CimMethodParameter? returned, params CimMethodParameter[] others) : CimMethodResultBase, IDisposable
    {
        private readonly Collection<CimMethodParameter> _others = new(others);

        public CimMethodParameter? ReturnValue => returned;

        public CimReadOnlyKeyedCollection<CimMethodParameter> OutParameters => _others;

        public void Dispose()
        {
        }
    }
}

namespace Microsoft.Management.Infrastructure.Generic
{
    public abstract class CimReadOnlyKeyedCollection<T> : IEnumerable<T>
    {
        public abstract IEnumerator<T> GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    public abstract class CimKeyedCollection<T> : CimReadOnlyKeyedCollection<T>
    {
        public abstract void Add(T newItem);
    }

    internal sealed class Collection<T>(params T[] items) : CimKeyedCollection<T>
    {
        private readonly List<T> _items = items.ToList();

        public override void Add(T newItem) => _items.Add(newItem);

        public override IEnumerator<T> GetEnumerator() => _items.GetEnumerator();
    }
}
