#if NETSTANDARD2_0
using System.ComponentModel;

// The compiler looks this type up by name; .NET Framework's class library lacks it.
namespace System.Runtime.CompilerServices;

[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit
{
}
#endif
