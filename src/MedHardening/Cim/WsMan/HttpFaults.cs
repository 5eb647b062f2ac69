using System.Net;

namespace MedHardening.Cim.WsMan;

/// <summary>What an HTTP answer without usable SOAP means.</summary>
internal static class HttpFaults
{
    /// <param name="credential">Whether a credential was sent.</param>
    public static CimFault From(Answer answer, bool credential, string host)
    {
        int status = (int)answer.Status;
        string type = answer.Length == 0 ? "empty" : answer.MediaType ?? "no content type";
        string detail = "HTTP " + status + " (" + type + ")";
        if (answer.Status == HttpStatusCode.Unauthorized)
            detail += credential ? ": the account was not accepted" : ": the host asks for " + string.Join(", ", answer.Schemes);
        return new CimFault(Kind(answer), detail) { Host = host };
    }

    private static CimFaultKind Kind(Answer answer) => answer.Status switch
    {
        HttpStatusCode.Unauthorized => CimFaultKind.AuthenticationFailed,
        HttpStatusCode.Forbidden => CimFaultKind.AccessDenied,
        HttpStatusCode.RequestEntityTooLarge => CimFaultKind.LimitExceeded,
        HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests => CimFaultKind.Busy,
        HttpStatusCode.RequestTimeout or HttpStatusCode.GatewayTimeout => CimFaultKind.OperationTimedOut,
        // OMI answers 500 without a body to some requests that it does not like.
        >= HttpStatusCode.InternalServerError => CimFaultKind.HostFault,
        HttpStatusCode.BadRequest when answer.Length == 0 => CimFaultKind.HostFault,
        HttpStatusCode.OK => CimFaultKind.Protocol,
        _ => CimFaultKind.NotWsMan,
    };
}
