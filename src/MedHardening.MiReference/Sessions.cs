using System;
using System.Globalization;
using System.Security;
using System.Threading;
using Microsoft.Management.Infrastructure.Generic;
using Microsoft.Management.Infrastructure.Options;

namespace Microsoft.Management.Infrastructure
{
    /// <summary>https://learn.microsoft.com/dotnet/api/microsoft.management.infrastructure.cimsession</summary>
    public class CimSession : IDisposable
    {
        internal CimSession() => throw null!;

        public string ComputerName => throw null!;

        public static CimSession Create(string? computerName, CimSessionOptions sessionOptions) => throw null!;

        public CimAsyncMultipleResults<CimInstance> EnumerateInstancesAsync(
            string namespaceName, string className, CimOperationOptions options) => throw null!;

        public CimAsyncMultipleResults<CimInstance> QueryInstancesAsync(
            string namespaceName, string queryDialect, string queryExpression, CimOperationOptions options) => throw null!;

        public CimAsyncMultipleResults<CimMethodResultBase> InvokeMethodAsync(
            string namespaceName, string className, string methodName, CimMethodParametersCollection methodParameters,
            CimOperationOptions options) => throw null!;

        public CimAsyncMultipleResults<CimMethodResultBase> InvokeMethodAsync(
            string namespaceName, CimInstance instance, string methodName, CimMethodParametersCollection methodParameters,
            CimOperationOptions options) => throw null!;

        public void Dispose() => throw null!;
    }
}

namespace Microsoft.Management.Infrastructure.Options
{
    public class CimSessionOptions : IDisposable
    {
        public CimSessionOptions() => throw null!;

        public TimeSpan Timeout { get => throw null!; set => throw null!; }

        public CultureInfo Culture { get => throw null!; set => throw null!; }

        public CultureInfo UICulture { get => throw null!; set => throw null!; }

        public void AddDestinationCredentials(CimCredential credential) => throw null!;

        public void Dispose() => throw null!;
    }

    /// <summary>https://learn.microsoft.com/dotnet/api/microsoft.management.infrastructure.options.wsmansessionoptions</summary>
    public class WSManSessionOptions : CimSessionOptions
    {
        public WSManSessionOptions() => throw null!;

        public uint DestinationPort { get => throw null!; set => throw null!; }

        public uint MaxEnvelopeSize { get => throw null!; set => throw null!; }

        public bool UseSsl { get => throw null!; set => throw null!; }

        public bool CertCACheck { get => throw null!; set => throw null!; }

        public bool CertCNCheck { get => throw null!; set => throw null!; }

        public bool CertRevocationCheck { get => throw null!; set => throw null!; }
    }

    public class DComSessionOptions : CimSessionOptions
    {
        public DComSessionOptions() => throw null!;

        public bool PacketPrivacy { get => throw null!; set => throw null!; }
    }

    public class CimOperationOptions : IDisposable
    {
        public CimOperationOptions() => throw null!;

        public TimeSpan Timeout { get => throw null!; set => throw null!; }

        public CancellationToken? CancellationToken { get => throw null!; set => throw null!; }

        public void SetCustomOption(string optionName, object optionValue, CimType cimType, bool mustComply) => throw null!;

        public void Dispose() => throw null!;
    }

    public class CimCredential
    {
        public CimCredential(
            PasswordAuthenticationMechanism authenticationMechanism, string domain, string userName, SecureString password) => throw null!;

        public CimCredential(CertificateAuthenticationMechanism authenticationMechanism, string certificateThumbprint) => throw null!;

        public CimCredential(ImpersonatedAuthenticationMechanism authenticationMechanism) => throw null!;
    }

    public enum PasswordAuthenticationMechanism
    {
        Default,
        Digest,
        Negotiate,
        Basic,
        Kerberos,
        NtlmDomain,
        CredSsp,
    }

    public enum CertificateAuthenticationMechanism
    {
        Default,
        ClientCertificate,
        IssuerCertificate,
    }

    public enum ImpersonatedAuthenticationMechanism
    {
        None,
        Negotiate,
        Kerberos,
        NtlmDomain,
    }
}
