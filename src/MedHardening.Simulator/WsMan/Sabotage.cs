using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace MedHardening.Simulator.WsMan;

/// <summary>Answers that go wrong: some stand in the place of what the service would say, some are what it said, spoilt.</summary>
internal static class Sabotage
{
    private static readonly byte[] s_noise = [0x00, 0xFF, (byte)'<', (byte)'<', 0x80, (byte)'&', 0x1B, (byte)'>', 0xC3, 0x28];
    private static readonly byte[] s_endless = Encoding.ASCII.GetBytes(new string('a', 16 * 1024));

    // That HTTP.sys sends a page with 503 is known, its text is ours.
    private const string Unavailable = "<HTML><HEAD><TITLE>Service Unavailable</TITLE></HEAD><BODY><h2>Service Unavailable</h2></BODY></HTML>";
    private const string ErrorPage = "<html><head><title>500 Internal Server Error</title></head><body><h1>Internal Server Error</h1></body></html>";

    /// <returns>Whether the request is done with; else the service must be asked.</returns>
    public static async Task<bool> ReplaceAsync(HttpContext http, MishapKind what, CancellationToken aborted)
    {
        switch (what)
        {
            case MishapKind.Silent:
                await Task.Delay(Timeout.Infinite, aborted).ConfigureAwait(false);
                return true;
            case MishapKind.Reset:
                http.Abort();
                return true;
            case MishapKind.TooLarge:
                http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return true;
            case MishapKind.Error:
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                return true;
            case MishapKind.ErrorPage:
                await PageAsync(http, StatusCodes.Status500InternalServerError, ErrorPage, aborted).ConfigureAwait(false);
                return true;
            case MishapKind.Unavailable:
                await PageAsync(http, StatusCodes.Status503ServiceUnavailable, Unavailable, aborted).ConfigureAwait(false);
                return true;
            case MishapKind.Garbage:
                http.Response.ContentType = Names.ContentType;
                await http.Response.Body.WriteAsync(s_noise, aborted).ConfigureAwait(false);
                return true;
            case MishapKind.Endless:
                await EndlessAsync(http, aborted).ConfigureAwait(false);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Sends what the service said. The head of the answer is set already.</summary>
    public static async Task SendAsync(HttpContext http, ReadOnlyMemory<byte> reply, Mishap? mishap, CancellationToken aborted)
    {
        HttpResponse response = http.Response;
        switch (mishap?.What)
        {
            case MishapKind.Drop:
                await response.Body.WriteAsync(reply[..(reply.Length / 2)], aborted).ConfigureAwait(false);
                await response.Body.FlushAsync(aborted).ConfigureAwait(false);
                http.Abort();
                break;
            case MishapKind.Truncated:
                response.ContentLength = reply.Length / 2;
                await response.Body.WriteAsync(reply[..(reply.Length / 2)], aborted).ConfigureAwait(false);
                break;
            case MishapKind.Drip:
                await response.StartAsync(aborted).ConfigureAwait(false);
                for (int i = 0; i < reply.Length; i++)
                {
                    await Task.Delay(mishap.Delay, aborted).ConfigureAwait(false);
                    await response.Body.WriteAsync(reply.Slice(i, 1), aborted).ConfigureAwait(false);
                    await response.Body.FlushAsync(aborted).ConfigureAwait(false);
                }
                break;
            case MishapKind.WrongContentType:
                response.ContentType = "text/html";
                await response.Body.WriteAsync(reply, aborted).ConfigureAwait(false);
                break;
            default:
                await response.Body.WriteAsync(reply, aborted).ConfigureAwait(false);
                break;
        }
    }

    private static async Task PageAsync(HttpContext http, int status, string html, CancellationToken aborted)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=us-ascii";
        await http.Response.WriteAsync(html, aborted).ConfigureAwait(false);
    }

    private static async Task EndlessAsync(HttpContext http, CancellationToken aborted)
    {
        http.Response.ContentType = Names.ContentType;
        using ReplyBuffer head = new();
        ReplyEnvelope.Head(head, null, Names.Enumeration + "/EnumerateResponse", japanese: false);
        head.Ascii("<n:EnumerateResponse><w:Items><p:Endless xmlns:p=\"urn:endless\">");
        await http.Response.Body.WriteAsync(head.Written, aborted).ConfigureAwait(false);
        while (!aborted.IsCancellationRequested)
            await http.Response.Body.WriteAsync(s_endless, aborted).ConfigureAwait(false);
    }
}
