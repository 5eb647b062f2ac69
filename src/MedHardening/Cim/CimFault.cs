using System;

namespace MedHardening.Cim;

/// <summary>A question that got no usable answer. The kind decides what it means for a verdict: never Pass.</summary>
public sealed class CimFault : Exception
{
    /// <param name="detail">What happened, in the words of the system that said it; shown to people, never parsed.</param>
    public CimFault(CimFaultKind kind, string detail, Exception? inner = null)
        : base(detail, inner)
    {
        Kind = kind;
    }

    public CimFaultKind Kind { get; }

    /// <summary>The WS-Man, WBEM or Win32 code of the fault, when the host sent one.</summary>
    public uint? Code { get; init; }

    /// <summary>The host that did not answer; set by the session that threw.</summary>
    public string? Host { get; init; }

    /// <summary>The same fault for another asker, with a stack of its own.</summary>
    internal CimFault Again() => new(Kind, Message, InnerException) { Code = Code, Host = Host };
}

/// <summary>What went wrong with a question, told apart as far as it changes what a person should do.</summary>
public enum CimFaultKind
{
    /// <summary>The name does not resolve to an address.</summary>
    NameNotResolved,

    /// <summary>The host, or something in between, actively refused the connection: WinRM is off or the port is another.</summary>
    ConnectionRefused,

    /// <summary>No answer to the connection attempt within the time: host off, or a firewall drops the packets.</summary>
    ConnectTimedOut,

    /// <summary>The network gave up: no route, connection reset before the first answer.</summary>
    ConnectionFailed,

    /// <summary>The TLS certificate cannot be accepted for another reason than the next three, or the authority's file cannot be read.</summary>
    CertificateRejected,

    /// <summary>No authority that this machine trusts has issued the TLS certificate.</summary>
    CertificateUntrusted,

    /// <summary>The TLS certificate has ended, or does not begin before some later day.</summary>
    CertificateExpired,

    /// <summary>The TLS certificate is of another name.</summary>
    CertificateNameMismatch,

    /// <summary>Something answered, but it does not speak WS-Management.</summary>
    NotWsMan,

    /// <summary>The account was not accepted (HTTP 401).</summary>
    AuthenticationFailed,

    /// <summary>No account was named, and there is no Kerberos ticket in the cache, or it has expired.</summary>
    NoTicket,

    /// <summary>The domain gives no ticket for this host: it does not know the name, or cannot be reached.</summary>
    NoServiceTicket,

    /// <summary>The account was not shown to this host, because another host of the run has rejected it.</summary>
    CredentialWithdrawn,

    /// <summary>The account is known but may not do this.</summary>
    AccessDenied,

    /// <summary>The request was sent and no complete answer came within the time.</summary>
    OperationTimedOut,

    /// <summary>The connection ended in the middle of an answer.</summary>
    ConnectionDropped,

    /// <summary>The class does not exist on this host.</summary>
    ClassNotFound,

    /// <summary>The namespace does not exist on this host.</summary>
    NamespaceNotFound,

    /// <summary>The instance does not exist on this host.</summary>
    InstanceNotFound,

    /// <summary>The host did not understand the query.</summary>
    InvalidQuery,

    /// <summary>The host said that it is busy or that a quota is used up; asking later may work.</summary>
    Busy,

    /// <summary>The host answered with a fault of any other kind.</summary>
    HostFault,

    /// <summary>The answer breaks the protocol: not XML, wrong message, wrong value.</summary>
    Protocol,

    /// <summary>The answer was larger, deeper or longer than allowed.</summary>
    LimitExceeded,

    /// <summary>The question is not in the recording.</summary>
    NotRecorded,

    /// <summary>There is no remote shell: not allowed by the person, the ledger, or the host; or not possible over this transport.</summary>
    RemoteShellUnavailable,

    /// <summary>This transport cannot do that.</summary>
    NotSupported,
}
