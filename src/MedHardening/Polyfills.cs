#pragma warning disable IDE0161 // several namespaces in one file
#if !NETSTANDARD2_0
// The cmdlets are compiled against the netstandard2.0 engine and run with this one: the type moved here, into the runtime.
[assembly: System.Runtime.CompilerServices.TypeForwardedTo(typeof(System.Runtime.CompilerServices.IsExternalInit))]
#else
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
#endif

namespace MedHardening
{
    using System.IO;
#if NETSTANDARD2_0
    using System;
    using System.Net;
    using System.Net.Sockets;
    using System.Threading;
    using System.Threading.Tasks;
#endif

    /// <summary>What the class libraries of Windows PowerShell and of PowerShell 7 do differently.</summary>
    internal static class Polyfills
    {
#if NETSTANDARD2_0
        extension(System.Security.Cryptography.SHA256)
        {
            public static byte[] HashData(byte[] bytes)
            {
                using var sha256 = System.Security.Cryptography.SHA256.Create();
                return sha256.ComputeHash(bytes);
            }
        }

        public static bool Contains(this string text, char c) => text.IndexOf(c) >= 0;

        public static async Task ConnectAsync(this Socket socket, IPAddress address, int port, CancellationToken cancel)
        {
            // There is no other way to give up an attempt than to close the socket.
            using CancellationTokenRegistration closing = cancel.Register(socket.Dispose);
            try
            {
                await SocketTaskExtensions.ConnectAsync(socket, address, port).ConfigureAwait(false);
            }
            catch (Exception e) when (cancel.IsCancellationRequested && e is SocketException or ObjectDisposedException)
            {
                throw new OperationCanceledException(cancel);
            }
        }

        extension(Dns)
        {
            public static async Task<IPAddress[]> GetHostAddressesAsync(string name, CancellationToken cancel)
            {
                Task<IPAddress[]> found = Dns.GetHostAddressesAsync(name);
                TaskCompletionSource<bool> stopped = new();
                using CancellationTokenRegistration stopping = cancel.Register(() => stopped.TrySetResult(true));
                if (await Task.WhenAny(found, stopped.Task).ConfigureAwait(false) != found)
                    throw new OperationCanceledException(cancel);
                return await found.ConfigureAwait(false);
            }
        }

        // On Windows a new file has the rights of its folder, and the user's own folders are private.
        public static FileStream CreatePrivateFile(string path, FileShare share = FileShare.None) =>
            new(path, FileMode.CreateNew, FileAccess.Write, share);

        public static void CreatePrivateFolder(string path) => Directory.CreateDirectory(path);
#else
        /// <summary>A new file that only the user may read: on Windows by an access list of its own, which takes nothing from the folder.</summary>
        public static FileStream CreatePrivateFile(string path, FileShare share = FileShare.None)
        {
            if (System.OperatingSystem.IsWindows())
            {
                var security = new System.Security.AccessControl.FileSecurity();
                security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
                security.AddAccessRule(new(
                    System.Security.Principal.WindowsIdentity.GetCurrent().User!,
                    System.Security.AccessControl.FileSystemRights.FullControl,
                    System.Security.AccessControl.AccessControlType.Allow));
                return new FileInfo(path).Create(
                    FileMode.CreateNew, System.Security.AccessControl.FileSystemRights.Write, share, 4096, FileOptions.None, security);
            }
            FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = share };
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new FileStream(path, options);
        }

        public static void CreatePrivateFolder(string path)
        {
            if (System.OperatingSystem.IsWindows())
                Directory.CreateDirectory(path);
            else
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
#endif
    }
}
