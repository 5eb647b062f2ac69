using System;
using System.Net.Http;
using System.Security.Authentication;

namespace MedHardening.Cim.WsMan;

/// <summary>What the class library's exceptions mean for a question.</summary>
internal static class NetworkFaults
{
    /// <summary>Whether a request was given up, whatever the class library wraps that in: in a race it is an HttpRequestException.</summary>
    public static bool IsCancellation(Exception error)
    {
        for (Exception? e = error; e is not null; e = e.InnerException)
        {
            if (e is OperationCanceledException)
                return true;
        }
        return false;
    }

    /// <param name="first">Whether this was the first request to the host.</param>
    public static CimFault From(Exception error, string host, bool first, ServerCertificate certificate)
    {
        for (Exception? e = error; e is not null; e = e.InnerException)
        {
            switch (e)
            {
                case CimFault fault:
                    return fault;
                case AuthenticationException when certificate.Refusal is not null:
                    return Fault(certificate.Kind, certificate.Refusal);
                case AuthenticationException:
                    return Fault(CimFaultKind.NotWsMan, "TLS: " + e.Message);
                case HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse }:
                case HttpIOException { HttpRequestError: HttpRequestError.InvalidResponse }:
                    return Fault(first ? CimFaultKind.NotWsMan : CimFaultKind.Protocol, e.Message);
                case HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }:
                case HttpIOException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }:
                    return Fault(CimFaultKind.LimitExceeded, e.Message);
            }
        }
        return Fault(first ? CimFaultKind.ConnectionFailed : CimFaultKind.ConnectionDropped, error.GetBaseException().Message);

        CimFault Fault(CimFaultKind kind, string detail) => new(kind, detail, error) { Host = host };
    }
}
