using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim.WsMan.Authentication;

/// <summary>
/// Proves the account before the first request of a connection and seals what follows (MS-WSMV §2.2.9.1). The context lives and dies with the
/// connection. Over HTTPS messages are not sealed again, and the context is bound to the host's certificate.
/// </summary>
internal sealed class NegotiateHandler(CimTarget target, Dialling dialling, int maxReply, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MaxLegs = 8;

    private SecurityContext? _context;

    /// <summary>Package and protection of the last context; null when there was none.</summary>
    public string? Authentication { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Contains("WSMANIDENTIFY"))
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        byte[] plain = await request.Content!.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        bool again = false;
        while (true)
        {
            try
            {
                _context ??= await AuthenticateAsync(request.RequestUri!, cancellationToken).ConfigureAwait(false);
                dialling.IsHeld = true;
                return await AskAsync(_context, request.RequestUri!, plain, cancellationToken).ConfigureAwait(false);
            }
            catch (HttpRequestException e) when (!again && e.GetBaseException() is ConnectionGoneException)
            {
                // The host closed the idle connection and its context with it; the request never left.
                again = true;
                Forget();
            }
            catch
            {
                Forget();
                throw;
            }
            finally
            {
                dialling.IsHeld = false;
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Forget();
        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> AskAsync(SecurityContext context, Uri url, byte[] plain, CancellationToken cancel)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, url);
        request.Content = new ByteArrayContent(target.UseSsl ? plain : context.Seal(plain));
        request.Content.Headers.TryAddWithoutValidation(
            "Content-Type", target.UseSsl ? "application/soap+xml;charset=UTF-8" : Sealing.ContentType(context.Protocol));
        HttpResponseMessage response = await base.SendAsync(request, cancel).ConfigureAwait(false);
        if (target.UseSsl)
            return response;
        try
        {
            byte[] bytes = await ReadAsync(response.Content, cancel).ConfigureAwait(false);
            response.Content = Open(context, response, bytes);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // Before the status is looked at: a fault is sealed too.
    private ByteArrayContent Open(SecurityContext context, HttpResponseMessage response, byte[] bytes)
    {
        MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
        if (!string.Equals(type?.MediaType, Sealing.MediaType, StringComparison.OrdinalIgnoreCase))
        {
            // What is not sealed may come from anybody; only that there is no answer is believed.
            return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.InternalServerError
                ? throw Fault(CimFaultKind.Protocol, "HTTP " + (int)response.StatusCode + ": the answer is not encrypted")
                : new ByteArrayContent([]);
        }
        string boundary = type!.Parameters.FirstOrDefault(p => p.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"') ?? "";
        int length = context.Open(bytes, Sealing.Parse(bytes, context.Protocol, boundary));
        ByteArrayContent opened = new(bytes, 0, length);
        opened.Headers.ContentType = new MediaTypeHeaderValue("application/soap+xml");
        return opened;
    }

    private async Task<SecurityContext> AuthenticateAsync(Uri url, CancellationToken cancel)
    {
        (SecurityContext context, byte[]? token) = await SecurityContext.BeginAsync(target, dialling.Binding, cancel).ConfigureAwait(false);
        string scheme = context.Scheme;
        for (int leg = 0; leg < MaxLegs && token is not null; leg++)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, url) { Content = new ByteArrayContent([]) };
            request.Headers.TryAddWithoutValidation("Authorization", scheme + " " + Convert.ToBase64String(token));
            using HttpResponseMessage response = await base.SendAsync(request, cancel).ConfigureAwait(false);
            dialling.IsHeld = true; // the next leg belongs to this connection
            await ReadAsync(response.Content, cancel).ConfigureAwait(false);
            byte[] incoming = Token(response, scheme);
            token = incoming.Length == 0 ? null : await context.StepAsync(incoming, cancel).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                context.EnsureAsAsked();
                Authentication = ProofOfAccount.Of(context.Package, target, ProofOfAccount.Encrypted);
                return context;
            }
            if (response.StatusCode != HttpStatusCode.Unauthorized || token is null)
                throw Refusal(response);
        }
        throw Fault(CimFaultKind.Protocol, "an authentication without end");
    }

    // HttpContent's own buffering knows no cancellation in .NET 8: it would read on, and keep the connection from the next question.
    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancel)
    {
        using Stream stream = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        long? announced = content.Headers.ContentLength;
        byte[] buffer = new byte[Math.Min(announced ?? 16 * 1024, maxReply + 1L)];
        int length = 0;
        int read;
        while (length < buffer.Length && (read = await stream.ReadAsync(buffer.AsMemory(length), cancel).ConfigureAwait(false)) > 0)
        {
            length += read;
            if (length > maxReply)
                throw Fault(CimFaultKind.LimitExceeded, $"an answer of more than {maxReply} bytes");
            if (length == buffer.Length && announced is null)
                Array.Resize(ref buffer, (int)Math.Min(length * 2L, maxReply + 1L));
        }
        Array.Resize(ref buffer, length);
        return buffer;
    }

    private byte[] Token(HttpResponseMessage response, string scheme)
    {
        string? text = response.Headers.WwwAuthenticate
            .FirstOrDefault(h => h.Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase))?.Parameter;
        try
        {
            return Convert.FromBase64String(text ?? "");
        }
        catch (FormatException e)
        {
            throw new CimFault(CimFaultKind.Protocol, "the host's part of the authentication is not Base64", e) { Host = target.Name };
        }
    }

    private CimFault Refusal(HttpResponseMessage response)
    {
        using Answer answer = new(response.StatusCode, response.Content.Headers.ContentType?.MediaType, [], 0)
        {
            Schemes = [.. response.Headers.WwwAuthenticate.Select(h => h.Scheme)],
        };
        return HttpFaults.From(answer, true, target.Name);
    }

    private void Forget()
    {
        _context?.Dispose();
        _context = null;
    }

    private CimFault Fault(CimFaultKind kind, string detail) => new(kind, detail) { Host = target.Name };
}
