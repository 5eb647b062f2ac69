using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace MedHardening.Simulator.WsMan;

/// <summary>The HTTP side of WinRM: which path, who asks, how large, and what status the answer has.</summary>
internal sealed class HttpFront(HostDirectory hosts, ServerStats stats, WsManServerOptions options)
{
    private const string UnauthenticatedHeader = "WSMANIDENTIFY";

    private static readonly object s_signedIn = new();

    private readonly WsManService _service = new(options);
    private readonly BasicAuthentication _basic = new(options.Users);
    private readonly CertificateSignIn _certificates = new(options);
    private readonly int _maxRequest = options.MaxEnvelopeSizeKb * 1024;

    public async Task HandleAsync(HttpContext http)
    {
        http.Response.Headers.Server = "Microsoft-HTTPAPI/2.0";
        SimulatedHost? host = hosts.Find(http.Connection.LocalIpAddress, http.Request.Host.Host);
        string path = http.Request.Path.Value ?? "";
        if (host is null || !(path.Equals("/wsman", StringComparison.OrdinalIgnoreCase) || path.Equals("/wsman/", StringComparison.OrdinalIgnoreCase)))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        if (options.AllowNegotiate && Negotiations.Step(http, host))
        {
            stats.Hosts[host].Count(0, 0);
            return;
        }
        Negotiation? context = Negotiations.Of(http);
        bool isSealed = Negotiation.IsSealed(http.Request.ContentType);
        string? user = context is not null && (isSealed || options.AllowUnencrypted || http.Request.IsHttps) ? context.User
            : IsBasicAllowed(http) ? _basic.SignIn(http.Request.Headers.Authorization, host) : null;
        bool mayIdentify = string.Equals(http.Request.Headers[UnauthenticatedHeader], "unauthenticated", StringComparison.OrdinalIgnoreCase);
        if (user is null && !mayIdentify && !_certificates.IsMeant(http.Request))
        {
            Challenge(http);
            stats.Hosts[host].Count(0, 0);
            return;
        }
        await ConverseAsync(http, host, user, user is not null && isSealed ? context : null).ConfigureAwait(false);
    }

    private async Task ConverseAsync(HttpContext http, SimulatedHost host, string? user, Negotiation? context)
    {
        CancellationToken aborted = http.RequestAborted;
        (byte[] buffer, int length) = await ReadBodyAsync(http.Request, aborted).ConfigureAwait(false);
        using ReplyBuffer reply = new();
        try
        {
            if (length < 0)
            {
                // MS-WSMV §3.1.4.1.20: no SOAP in this answer.
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                stats.Hosts[host].Count(0, 0);
                return;
            }
            if (_certificates.IsMeant(http.Request) && (user = await _certificates.UserAsync(http, aborted).ConfigureAwait(false)) is null)
            {
                Challenge(http);
                stats.Hosts[host].Count(length, 0);
                return;
            }
            byte[]? opened = context?.Open(buffer.AsSpan(0, length), http.Request.ContentType);
            if (context is not null && opened is null)
            {
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                stats.Hosts[host].Count(length, 0);
                return;
            }
            if (!MediaTypeHeaderValue.TryParse(opened is null ? http.Request.ContentType : Names.ContentType, out MediaTypeHeaderValue? type)
                || !type.MediaType.Equals("application/soap+xml", StringComparison.OrdinalIgnoreCase))
            {
                http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
                stats.Hosts[host].Count(length, 0);
                return;
            }
            using MemoryStream content = new(opened ?? buffer, 0, opened?.Length ?? length, writable: false);
            WsManRequest? request = IsUnicode(type) ? WsManService.Read(content) : null;
            Incident incident = Meet(http, host, user, request);
            await Task.Delay(incident.Latency, aborted).ConfigureAwait(false);
            if (incident.Mishap is { } mishap && await Sabotage.ReplaceAsync(http, mishap.What, aborted).ConfigureAwait(false))
            {
                stats.Hosts[host].Count(length, 0);
                return;
            }
            int status = !IsUnicode(type)
                ? WsManService.Refuse(host, null, Faults.CharacterSet(), reply)
                : Answer(host, user, request, incident.Mishap, reply);
            stats.Hosts[host].Count(length, reply.Length);
            if (status == StatusCodes.Status401Unauthorized)
            {
                Challenge(http);
                return;
            }
            ReadOnlyMemory<byte> body = context?.Seal(reply.Written.Span) ?? reply.Written;
            http.Response.StatusCode = status;
            http.Response.ContentType = context?.ContentType ?? Names.ContentType;
            http.Response.ContentLength = body.Length;
            await Sabotage.SendAsync(http, body, incident.Mishap, aborted).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private int Answer(SimulatedHost host, string? user, WsManRequest? request, Mishap? mishap, ReplyBuffer reply)
    {
        switch (mishap?.What)
        {
            case MishapKind.Unauthorized:
                return StatusCodes.Status401Unauthorized;
            case MishapKind.Fault:
                return WsManService.Refuse(host, request, FaultsByCode.Of(mishap.Code), reply);
            case MishapKind.WrongRelatesTo:
                request!.MessageId = "uuid:" + ReplyEnvelope.NewUuid();
                break;
        }
        return _service.Answer(host, user, request, reply);
    }

    private static Incident Meet(HttpContext http, SimulatedHost host, string? user, WsManRequest? request)
    {
        if (request is null)
            return default;
        Phase phase = WsManService.PhaseOf(request);
        if (phase == Phase.Identify)
            return host.Meet(phase, signingIn: false);
        if (user is null)
            return default;
        IDictionary<object, object?> connection = http.Features.Get<IConnectionItemsFeature>()!.Items;
        Incident incident = host.Meet(phase, signingIn: !connection.ContainsKey(s_signedIn));
        if (incident.Mishap is null)
            connection[s_signedIn] = true;
        return incident;
    }

    /// <returns>Length -1 when the body is larger than the server takes.</returns>
    private async Task<(byte[] Buffer, int Length)> ReadBodyAsync(HttpRequest request, CancellationToken aborted)
    {
        if (request.ContentLength > _maxRequest)
            return ([], -1);
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)(request.ContentLength ?? 4096) + 1);
        int length = 0;
        while (true)
        {
            int read = await request.Body.ReadAsync(buffer.AsMemory(length), aborted).ConfigureAwait(false);
            if (read == 0)
                return (buffer, length);
            length += read;
            if (length > _maxRequest)
                return (buffer, -1);
            if (length == buffer.Length)
            {
                byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.AsSpan(0, length).CopyTo(larger);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }
    }

    private bool IsBasicAllowed(HttpContext http) => options.AllowBasic && (options.AllowUnencrypted || http.Request.IsHttps);

    private void Challenge(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        http.Response.Headers.WWWAuthenticate = IsBasicAllowed(http)
            ? new[] { "Negotiate", "Kerberos", "Basic realm=\"WSMAN\"" }
            : new[] { "Negotiate", "Kerberos" };
    }

    private static bool IsUnicode(MediaTypeHeaderValue type)
    {
        ReadOnlySpan<char> charset = type.Charset.AsSpan().Trim('"');
        return charset.IsEmpty || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            || charset.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase);
    }
}
