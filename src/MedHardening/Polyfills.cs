#if NETSTANDARD2_0
using System.ComponentModel;

// The compiler looks this type up by name; .NET Framework's class library lacks it.
namespace System.Runtime.CompilerServices
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal static class IsExternalInit
    {
    }
}

namespace MedHardening
{
    /// <summary>Members that newer class libraries have.</summary>
    internal static class Polyfills
    {
        public static bool Contains(this string text, char c) => text.IndexOf(c) >= 0;
    }
}
#endif
