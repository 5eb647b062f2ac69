using System;
using System.Buffers;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

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
    private readonly HttpMessageInvoker _http;
    private int _dialled;

    public WsManConnection(CimTarget target, WsManOptions options)
    {
        _target = target;
        _maxReply = options.MaxReply;
        _authorization = BasicCredential.Header(target);
        _certificate = new ServerCertificate(target);
        Url = Endpoint(target);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
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
            SslOptions = _certificate.Options(),
            ConnectCallback = DialAsync,
        });
    }

    public Uri Url { get; }

    /// <summary>How many TCP connections have been opened so far.</summary>
    public int Dialled => Volatile.Read(ref _dialled);

    /// <summary>Posts a request and reads the whole answer.</summary>
    /// <exception cref="CimFault">There is no complete answer within <paramref name="timeout"/>.</exception>
    public async Task<Answer> PostAsync(ReadOnlyMemory<byte> body, Sending sending, TimeSpan timeout, CancellationToken cancel)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeout);
        _certificate.Reset();
        int dialled = _dialled;
        bool answering = false;
        try
        {
            using HttpResponseMessage response = await SendAsync(body, sending, limit.Token).ConfigureAwait(false);
            answering = true;
            return await ReadAsync(response, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancel);
        }
        catch (OperationCanceledException e)
        {
            bool connecting = sending == Sending.Identify || !limit.IsCancellationRequested; // the handler has its own clock for it
            throw connecting && !answering
                ? Silent(dialled, e)
                : Fault(CimFaultKind.OperationTimedOut, "no complete answer", timeout, e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw NetworkFaults.From(e, _target.Name, sending == Sending.Identify, _certificate.Refusal);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(ReadOnlyMemory<byte> body, Sending sending, CancellationToken cancel)
    {
        int dialled = _dialled;
        try
        {
            return await SendOnceAsync(body, sending, cancel).ConfigureAwait(false);
        }
        catch (HttpRequestException e) when (sending == Sending.Repeatable && dialled == _dialled
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

    private CimFault Silent(int dialled, OperationCanceledException cause) => Fault(
        CimFaultKind.ConnectTimedOut,
        "port " + Url.Port + (_dialled == dialled ? " accepts no connection" : " accepts the connection and says nothing more"),
        _target.ConnectTimeout,
        cause);

    private CimFault Fault(CimFaultKind kind, string detail, TimeSpan within, OperationCanceledException cause) =>
        new(kind, detail + " within " + within.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + " s", cause) { Host = _target.Name };

    private async ValueTask<Stream> DialAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        bool exposed = _authorization is not null && !_target.UseSsl;
        Socket socket = await Dialer.ConnectAsync(_target, Url.Port, exposed, cancel).ConfigureAwait(false);
        Interlocked.Increment(ref _dialled);
        return new NetworkStream(socket, ownsSocket: true);
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
