using System;
using System.Collections.Generic;
using System.DirectoryServices.Protocols;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Domains.Ldap;

/// <summary>
/// Active Directory over LDAP: connected with the first question, page by page, within bounds. Any controller of the domain
/// serves, also a read-only one. Referrals to other domains are not followed: what is measured is the domain that was named.
/// </summary>
public sealed class LdapDirectory : IDirectory
{
    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly DirectoryTarget _target;
    private LdapConnection? _connection;
    private string _naming = "";
    private CimFault? _refusal;

    public LdapDirectory(DirectoryTarget target) => _target = target;

    public string Domain => _target.Domain;

    /// <summary>Entries of the largest answer that is read.</summary>
    public int MostEntries { get; init; } = 200_000;

    /// <exception cref="CimFault">No connection, no answer, or an answer that is too large; a rejected account is not tried again.</exception>
    public async Task<IReadOnlyList<DirectoryEntry>> SearchAsync(DirectorySearch search, CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            LdapConnection connection = await ConnectedAsync(cancel).ConfigureAwait(false);
            // The library's own asynchrony blocks a thread as well, and cannot be cancelled on every system.
            return await Task.Run(() => Pages(connection, search, cancel), cancel).ConfigureAwait(false);
        }
        catch (DirectoryException e)
        {
            throw LdapFaults.From(e, Domain, encrypted: _connection?.SessionOptions.SecureSocketLayer == true);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _oneAtATime.Dispose();
    }

    private async Task<LdapConnection> ConnectedAsync(CancellationToken cancel)
    {
        if (_connection is not null)
            return _connection;
        if (_refusal is not null)
            throw _refusal.Again();
        try
        {
            LdapConnection connection = await LdapDialer.ConnectAsync(_target, cancel).ConfigureAwait(false);
            RootDse root = await Task.Run(() => RootDse.Read(connection), cancel).ConfigureAwait(false);
            if (!string.Equals(root.Domain, Domain, StringComparison.OrdinalIgnoreCase))
            {
                connection.Dispose();
                throw new CimFault(CimFaultKind.Protocol, "the controller serves " + root.Domain) { Host = Domain };
            }
            _naming = root.DefaultNamingContext;
            return _connection = connection;
        }
        catch (CimFault fault)
        {
            // Every attempt with a wrong password counts towards a lock-out.
            _refusal = fault;
            throw;
        }
    }

    private IReadOnlyList<DirectoryEntry> Pages(LdapConnection connection, DirectorySearch search, CancellationToken cancel)
    {
        const int pageSize = 500;
        SearchRequest request = new(search.Base ?? _naming, search.Filter, SearchScope.Subtree, search.Attributes.ToArray());
        PageResultRequestControl page = new(pageSize);
        request.Controls.Add(page);
        // LDAP_SERVER_DOMAIN_SCOPE_OID: no references to other domains in the answer (MS-ADTS 3.1.1.3.4.1.4).
        request.Controls.Add(new DomainScopeControl());
        EntryReader entries = new(connection, Domain);
        List<DirectoryEntry> found = [];
        do
        {
            cancel.ThrowIfCancellationRequested();
            SearchResponse response = (SearchResponse)connection.SendRequest(request);
            found.AddRange(response.Entries.Cast<SearchResultEntry>().Select(entries.Read));
            if (found.Count > MostEntries)
                throw new CimFault(CimFaultKind.LimitExceeded, $"more than {MostEntries} entries: {search.Filter}") { Host = Domain };
            page.Cookie = response.Controls.OfType<PageResultResponseControl>().FirstOrDefault()?.Cookie ?? [];
        }
        while (page.Cookie.Length > 0);
        return found;
    }
}
