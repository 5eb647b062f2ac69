using System;
using System.Buffers;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim.WsMan.Authentication;

namespace MedHardening.Cim.WsMan;

/// <summary>
/// One HTTP connection to one host: no proxy, no redirects, no cookies, no compression, no Expect. It may be opened anew when
/// the host closed it; <see cref="Dialled"/> tells.
/// </summary>
internal sealed class WsManConnection : IDisposable
{
    private readonly CimTarget _target;
    private readonly ServerCertificate _certificate;
    private readonly string? _authorization;
    private readonly int _maxReply;
    private readonly Dialling _dialling = new();
    private readonly NegotiateHandler? _negotiation;
    private readonly HttpMessageInvoker _http;

    public WsManConnection(CimTarget target, WsManOptions options)
    {
        _target = target;
        _maxReply = options.MaxReply;
        _authorization = Method.Header(target);
        _certificate = new ServerCertificate(target);
        SslClientAuthenticationOptions tls = _certificate.Options();
        if (target.ClientCertificate is not null)
            Mutual.Offer(tls, target.ClientCertificate);
        Url = Endpoint(target);
        SocketsHttpHandler sockets = new()
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = 1,
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(10),
            ConnectTimeout = target.ConnectTimeout,
            MaxResponseHeadersLength = 64,
            ActivityHeadersPropagator = null,
            SslOptions = tls,
            ConnectCallback = DialAsync,
        };
        if (Method.IsNegotiated(target))
        {
            sockets.PlaintextStreamFilter = (context, _) => ValueTask.FromResult(Noted(context.PlaintextStream));
            _negotiation = new NegotiateHandler(target, _dialling, _maxReply, sockets);
        }
        _http = new HttpMessageInvoker(_negotiation as HttpMessageHandler ?? sockets);
    }

    public Uri Url { get; }

    /// <summary>How many TCP connections have been opened so far.</summary>
    public int Dialled => _dialling.Count;

    /// <summary>How the account was proven; null when it was not yet.</summary>
    public string? Authentication => _negotiation is not null ? _negotiation.Authentication
        : _authorization is null ? null
        : ProofOfAccount.Of(_target.ClientCertificate is null ? "Basic" : "Certificate", _target, ProofOfAccount.NotEncrypted);

    /// <summary>Posts a request and reads the whole answer.</summary>
    /// <exception cref="CimFault">There is no complete answer within <paramref name="timeout"/>.</exception>
    public async Task<Answer> PostAsync(ReadOnlyMemory<byte> body, Sending sending, TimeSpan timeout, CancellationToken cancel)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeout);
        _certificate.Reset();
        int dialled = Dialled;
        bool answering = false;
        try
        {
            using HttpResponseMessage response = await SendAsync(body, sending, limit.Token).ConfigureAwait(false);
            answering = true;
            return await ReadAsync(response, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (NetworkFaults.IsCancellation(e) && cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (Exception e) when (NetworkFaults.IsCancellation(e))
        {
            bool connecting = sending == Sending.Identify || !limit.IsCancellationRequested; // the handler has its own clock for it
            throw connecting && !answering
                ? Silent(dialled, e)
                : Fault(CimFaultKind.OperationTimedOut, "no complete answer", timeout, e);
        }
        // The handler asks the socket for its peer when it has connected; a host that has hung up by then makes that a bare SocketException.
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            throw NetworkFaults.From(e, _target.Name, sending == Sending.Identify, _certificate);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(ReadOnlyMemory<byte> body, Sending sending, CancellationToken cancel)
    {
        int dialled = Dialled;
        try
        {
            return await SendOnceAsync(body, sending, cancel).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (sending == Sending.Repeatable && dialled == Dialled
            && e.HttpRequestError is HttpRequestError.ResponseEnded or HttpRequestError.Unknown)
        {
            // The host closed the idle connection in the moment in which the request went out, and answered nothing.
            return await SendOnceAsync(body, sending, cancel).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(ReadOnlyMemory<byte> body, Sending sending, CancellationToken cancel)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Url) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/soap+xml;charset=UTF-8");
        // MS-WSMV §3.1.4.1.23: answered without a credential, so none is shown.
        if (sending == Sending.Identify)
            request.Headers.TryAddWithoutValidation("WSMANIDENTIFY", "unauthenticated");
        else if (_authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        return await _http.SendAsync(request, cancel).ConfigureAwait(false);
    }

    private CimFault Silent(int dialled, Exception cause) => Fault(
        CimFaultKind.ConnectTimedOut,
        "port " + Url.Port + (Dialled == dialled ? " accepts no connection" : " accepts the connection and says nothing more"),
        _target.ConnectTimeout,
        cause);

    private CimFault Fault(CimFaultKind kind, string detail, TimeSpan within, Exception cause) =>
        new(kind, detail + " within " + within.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s", cause) { Host = _target.Name };

    private async ValueTask<Stream> DialAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        _dialling.Ask();
        bool exposed = _authorization is not null && _target.ClientCertificate is null && (!_target.UseSsl || _target.SkipCertificateCheck);
        Socket socket = await Dialer.ConnectAsync(_target, Url.Port, exposed, cancel).ConfigureAwait(false);
        _dialling.Opened();
        return new NetworkStream(socket, ownsSocket: true);
    }

    private Stream Noted(Stream stream)
    {
        if (stream is SslStream secured)
            _dialling.Secured(secured);
        return stream;
    }

    private async Task<Answer> ReadAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        long? announced = response.Content.Headers.ContentLength;
        EnsureBounded(announced ?? 0);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(announced is > 0 ? (int)announced + 1 : 16 * 1024);
        try
        {
            Stream stream = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
            int length = 0;
            while (true)
            {
                int read = await stream.ReadAsync(buffer.AsMemory(length), cancel).ConfigureAwait(false);
                if (read == 0)
                    break;
                length += read;
                EnsureBounded(length);
                if (length == buffer.Length)
                    buffer = Grow(buffer, length);
            }
            return new Answer(response.StatusCode, response.Content.Headers.ContentType?.MediaType, buffer, length)
            {
                Schemes = [.. response.Headers.WwwAuthenticate.Select(h => h.Scheme)],
                Date = response.Headers.Date,
            };
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private void EnsureBounded(long length)
    {
        if (length > _maxReply)
            throw new CimFault(CimFaultKind.LimitExceeded, $"an answer of more than {_maxReply} bytes") { Host = _target.Name };
    }

    private static byte[] Grow(byte[] full, int length)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(length * 2);
        full.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(full);
        return larger;
    }

    private static Uri Endpoint(CimTarget target)
    {
        try
        {
            return new UriBuilder(
                target.UseSsl ? "https" : "http", target.Name, target.Port ?? (target.UseSsl ? 5986 : 5985), "/wsman").Uri;
        }
        catch (UriFormatException e)
        {
            throw new CimFault(CimFaultKind.NameNotResolved, target.Name + ": " + e.Message, e) { Host = target.Name };
        }
    }
}
