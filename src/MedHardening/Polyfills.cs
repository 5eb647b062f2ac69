#if NETSTANDARD2_0
using System.ComponentModel;

// The compiler looks these types up by name; .NET Framework's class library lacks them.
namespace System.Runtime.CompilerServices
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal static class IsExternalInit
    {
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Field | AttributeTargets.Property, Inherited = false)]
    internal sealed class RequiredMemberAttribute : Attribute
    {
    }

    [EditorBrowsable(EditorBrowsableState.Never)]
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true, Inherited = false)]
    internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
    {
        public string FeatureName { get; } = featureName;
    }
}

namespace System.Diagnostics.CodeAnalysis
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [AttributeUsage(AttributeTargets.Constructor, Inherited = false)]
    internal sealed class SetsRequiredMembersAttribute : Attribute
    {
    }
}

// .NET Framework has the Japanese code page without a provider.
namespace System.Text
{
    internal sealed class CodePagesEncodingProvider : EncodingProvider
    {
        public static CodePagesEncodingProvider Instance { get; } = new();

        public override Encoding GetEncoding(int codepage) => Encoding.GetEncoding(codepage);

        public override Encoding GetEncoding(string name) => Encoding.GetEncoding(name);
    }
}

namespace MedHardening
{
    /// <summary>Members that newer class libraries have.</summary>
    internal static class Polyfills
    {
        extension(System.Security.Cryptography.SHA256)
        {
            public static byte[] HashData(byte[] bytes)
            {
                using var sha256 = System.Security.Cryptography.SHA256.Create();
                return sha256.ComputeHash(bytes);
            }
        }

        public static bool Contains(this string text, char c) => text.IndexOf(c) >= 0;
    }
}
#else
using System.Runtime.CompilerServices;

// The cmdlets are compiled against the netstandard2.0 engine and run with this one: the type moved here, into the runtime.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
#endif
