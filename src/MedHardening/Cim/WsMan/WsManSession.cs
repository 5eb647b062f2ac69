using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim.Probing;
using MedHardening.Cim.Shells;
using MedHardening.Cim.WsMan.Shells;

namespace MedHardening.Cim.WsMan;

/// <summary>
/// One WinRM host over one HTTP connection. Requests of concurrent callers go one after the other; enumerations of several
/// callers may be open at a time.
/// </summary>
public sealed class WsManSession : ICimSession, IAuthenticatedSession, IRemoteShell
{
    private readonly WsManOptions _options;
    private readonly WsManConnection _connection;
    private readonly Request _request;
    private readonly ReplyReader _replies;
    private readonly WsManShell _shell;
    private readonly SemaphoreSlim _turn = new(1, 1);

    internal WsManSession(CimTarget target, WsManOptions options, TextCache texts)
    {
        _replies = new ReplyReader(texts);
        Target = target;
        _options = options;
        _connection = new WsManConnection(target, options);
        Guid id = Guid.NewGuid();
        _request = new Request(_connection.Url.AbsoluteUri, id, target.OperationTimeout, options.MaxEnvelope);
        _shell = new WsManShell(this, new ShellMessages(new Request(
            _connection.Url.AbsoluteUri, id, ShellMessages.Patience(target.OperationTimeout), options.MaxEnvelope)));
    }

    /// <inheritdoc/>
    public CimTarget Target { get; }

    /// <inheritdoc/>
    public string? Authentication => _connection.Authentication;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<CimObject>> QueryAsync(CimQuery query, CancellationToken cancel)
    {
        int pageSize = (int)Math.Min(_options.MaxElements, query.Limit + 1L);
        List<CimObject> rows = [];
        long bytes = 0;
        int emptyPages = 0;
        string? context = null;
        try
        {
            Reply page = await ExchangeAsync(id => _request.Enumerate(id, query, pageSize), false, Sending.Repeatable, Count, cancel).ConfigureAwait(false);
            while (true)
            {
                if (!page.IsPage)
                    throw Fault(CimFaultKind.Protocol, "the answer to an enumeration is <" + page.Body + ">");
                context = page.End || string.IsNullOrEmpty(page.Context) ? null : page.Context;
                rows.AddRange(page.Items);
                if (rows.Count > query.Limit)
                    throw Fault(CimFaultKind.LimitExceeded, query + ": more than " + query.Limit + " instances");
                if (page.End)
                    return rows;
                if (context is null)
                    throw Fault(CimFaultKind.Protocol, query + ": neither an end nor a context to go on with");
                emptyPages = page.Items.Count > 0 ? 0 : emptyPages + 1;
                if (emptyPages > _options.MaxEmptyPages)
                    throw Fault(CimFaultKind.LimitExceeded, query + ": " + emptyPages + " pages without an instance");
                string next = context;
                page = await ExchangeAsync(id => _request.Pull(id, query, next, pageSize), false, Sending.Once, Count, cancel).ConfigureAwait(false);
            }
        }
        catch (CimFault fault) when (context is not null && fault.Kind is CimFaultKind.LimitExceeded or CimFaultKind.Protocol or CimFaultKind.Busy)
        {
            await ReleaseAsync(query, context!, cancel).ConfigureAwait(false);
            throw;
        }

        void Count(int length)
        {
            bytes += length;
            if (bytes > _options.MaxAnswer)
                throw Fault(CimFaultKind.LimitExceeded, query + ": more than " + _options.MaxAnswer + " bytes");
        }
    }

    /// <inheritdoc/>
    public async Task<CimObject> InvokeAsync(CimMethod method, CancellationToken cancel)
    {
        Reply reply = await ExchangeAsync(id => _request.Invoke(id, method), method.Keys.Count > 0, Sending.Once, null, cancel).ConfigureAwait(false);
        return reply.Items.Count == 1 ? reply.Items[0] : throw Fault(CimFaultKind.Protocol, method + ": an empty answer");
    }

    /// <summary>The one instance with these key properties.</summary>
    /// <exception cref="CimFault">The host refused, has no such instance, or could not be understood.</exception>
    public async Task<CimObject> GetAsync(
        string ns, string className, IReadOnlyDictionary<string, string> keys, CancellationToken cancel)
    {
        Reply reply = await ExchangeAsync(id => _request.Get(id, ns, className, keys), keys.Count > 0, Sending.Repeatable, null, cancel).ConfigureAwait(false);
        return reply.Items.Count == 1 ? reply.Items[0] : throw Fault(CimFaultKind.Protocol, className + ": an empty answer");
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>Connects and asks whether this is WS-Management; without an account, a demand for one also says yes.</summary>
    /// <param name="signedIn">With the target's account, of which a host tells more.</param>
    internal async Task<Identification> IdentifyAsync(bool signedIn, CancellationToken cancel)
    {
        DateTimeOffset sent = DateTimeOffset.UtcNow;
        using Answer answer = await _connection.PostAsync(
            Request.Identify, signedIn ? Sending.Repeatable : Sending.Identify, Target.ConnectTimeout, cancel).ConfigureAwait(false);
        TimeSpan? offset = Identification.Offset(answer.Date, sent, DateTimeOffset.UtcNow);
        if (answer.Status == HttpStatusCode.Unauthorized)
            return signedIn ? throw HttpFaults.From(answer, Authentication is not null, Target.Name) : new Identification(null, offset);
        if (!answer.IsSoap)
        {
            CimFault fault = HttpFaults.From(answer, false, Target.Name);
            throw signedIn || fault.Kind == CimFaultKind.Busy ? fault : Fault(CimFaultKind.NotWsMan, fault.Message);
        }
        return new Identification(Product(answer), offset);
    }

    private ProductIdentity? Product(Answer answer)
    {
        try
        {
            Reply reply = _replies.Read(answer.Bytes, answer.Length);
            if (reply.Fault is not null)
                return null;
            if (reply.Body != "IdentifyResponse") // OMI has it in the SOAP namespace
                throw Fault(CimFaultKind.NotWsMan, "the answer to Identify is <" + reply.Body + ">");
            CimObject said = reply.Items[0];
            ProductIdentity product = new(said.String("ProductVendor") ?? "", said.String("ProductVersion") ?? "");
            _request.UsesDmtfNames = product.Version.Length > 0 && !product.IsWinRm;
            return product;
        }
        catch (CimFault fault) when (fault.Host is null)
        {
            throw new CimFault(CimFaultKind.NotWsMan, fault.Message, fault) { Host = Target.Name };
        }
    }

    /// <inheritdoc/>
    public Task<ShellOutput> RunAsync(ShellCommand command, CancellationToken cancel) =>
        Target.AllowRemoteShell ? _shell.RunAsync(command, cancel) : throw RemoteShells.Unavailable(Target);

    /// <summary>One message to a shell and its answer.</summary>
    internal Task<Reply> ExchangeAsync(Func<Guid, ReadOnlyMemory<byte>> build, Sending sending, CancellationToken cancel) =>
        ExchangeAsync(build, hasKeys: true, sending, null, cancel);

    private async Task<Reply> ExchangeAsync(
        Func<Guid, ReadOnlyMemory<byte>> build, bool hasKeys, Sending sending, Action<int>? received, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            Guid id = Guid.NewGuid();
            ReadOnlyMemory<byte> body = build(id);
            using Answer answer = await _connection.PostAsync(body, sending, Target.OperationTimeout, cancel).ConfigureAwait(false);
            received?.Invoke(answer.Length);
            if (!answer.IsSoap || answer.Status == HttpStatusCode.Unauthorized)
                throw HttpFaults.From(answer, Authentication is not null, Target.Name);
            Reply reply = _replies.Read(answer.Bytes, answer.Length);
            // A host that could not read the request cannot say what it answers.
            bool mine = reply.RelatesTo is null
                ? reply.Fault is not null
                : string.Equals(reply.RelatesTo, "uuid:" + id.ToString("D"), StringComparison.OrdinalIgnoreCase);
            if (!mine)
                throw Fault(CimFaultKind.Protocol, "the answer is to another message: " + reply.RelatesTo);
            if (reply.Fault is not null)
                throw FaultKinds.ToCimFault(reply.Fault, hasKeys, Target.Name);
            return reply;
        }
        catch (CimFault fault) when (fault.Host is null)
        {
            throw new CimFault(fault.Kind, fault.Message, fault) { Code = fault.Code, Host = Target.Name };
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ReleaseAsync(CimQuery query, string context, CancellationToken cancel)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(_options.ReleaseTimeout);
        try
        {
            await ExchangeAsync(id => _request.Release(id, query, context), false, Sending.Once, null, limit.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is CimFault or OperationCanceledException)
        {
            // The enumeration failed already, and the host forgets it by itself after a minute (MS-WSMV §3.1.4.1.36).
        }
    }

    private CimFault Fault(CimFaultKind kind, string detail) => new(kind, detail) { Host = Target.Name };
}
