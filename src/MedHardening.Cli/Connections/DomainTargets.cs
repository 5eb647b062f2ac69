using System.IO;
using System.Linq;
using System.Net;
using MedHardening.Domains;

namespace MedHardening.Cli.Connections;

/// <summary>The domains that the person named, ready to be asked.</summary>
internal static class DomainTargets
{
    /// <exception cref="UsageException">There is no such certificate file.</exception>
    public static void EnsureFound(DomainArguments arguments)
    {
        if (arguments.Authority is { } file && !File.Exists(file))
            throw new UsageException(new("証明書のファイルがありません: " + file, "There is no such certificate file: " + file));
    }

    public static AskedDomains Of(DomainArguments arguments, ConnectionArguments connection, NetworkCredential? credential) => new(
        arguments.Names.Select(name => new DirectoryTarget(name)
        {
            Server = arguments.Server,
            Credential = credential,
            CaCertificatePath = arguments.Authority,
            ConnectTimeout = connection.ConnectionTimeout,
            OperationTimeout = connection.OperationTimeout,
        }));
}
