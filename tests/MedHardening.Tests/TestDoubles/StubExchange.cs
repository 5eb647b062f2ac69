using System;
using System.Globalization;
using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Tests.TestDoubles;

/// <summary>One request that the stub has read, and the ways to answer it.</summary>
internal sealed class StubExchange(TcpClient client, Stream stream, string head, string body, CancellationToken stop)
{
    public const string Soap = "application/soap+xml;charset=UTF-8";

    public string Head => head;

    public string Body => body;

    public bool IsIdentify => head.Contains("WSMANIDENTIFY: unauthenticated", StringComparison.Ordinal);

    public bool Is(string action) => body.Contains("/" + action + "</a:Action>", StringComparison.Ordinal);

    public string MessageId => Regex.Match(body, "<a:MessageID>(.*?)</a:MessageID>").Groups[1].Value;

    public string SessionId => Regex.Match(body, "<p:SessionId[^>]*>(.*?)</p:SessionId>").Groups[1].Value;

    public CancellationToken Stop => stop;

    /// <summary>A whole answer; {MessageID} in the text becomes that of the request.</summary>
    public Task AnswerAsync(string text, int status = 200, string type = Soap, string headers = "")
    {
        byte[] payload = Encoding.UTF8.GetBytes(text.Replace("{MessageID}", MessageId, StringComparison.Ordinal));
        return SendAsync(HeadOf(status, type, payload.Length, headers), payload);
    }

    /// <summary>The head of an answer with as many bytes announced.</summary>
    public static string HeadOf(int status, string type, int length, string headers = "") =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} X\r\n{(type.Length > 0 ? "Content-Type: " + type + "\r\n" : "")}Content-Length: {length}\r\n{headers}\r\n");

    public async Task SendAsync(string text, byte[]? payload = null)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text), .. payload ?? []];
        await stream.WriteAsync(bytes, stop);
        await stream.FlushAsync(stop);
    }

    /// <summary>Ends the connection: in good order, or with a reset.</summary>
    public void Hangup(bool reset = false)
    {
        if (reset)
            client.LingerState = new LingerOption(true, 0);
        client.Close();
    }

    /// <summary>Says nothing until the client gives up or the test ends.</summary>
    public async Task SilenceAsync()
    {
        while (await stream.ReadAsync(new byte[1], stop) > 0)
        {
        }
        client.Close();
    }
}
