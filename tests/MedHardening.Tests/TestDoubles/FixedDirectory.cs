using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Domains;

namespace MedHardening.Tests.TestDoubles;

/// <summary>A domain that gives the same entries to every question; its SID is S-1-5-21-1-2-3, and it has the groups that every domain has.</summary>
internal sealed class FixedDirectory : IDirectory
{
    public const string Sid = "S-1-5-21-1-2-3";

    private readonly List<DirectoryEntry> _entries = [];

    public FixedDirectory()
    {
        WithUser("Administrator", Sid + "-500", ("lastLogonTimestamp", Time(MadeUp.AsOf)));
        WithGroup("Domain Admins", Sid + "-512", "Administrator");
        WithGroup("Administrators", "S-1-5-32-544", "Administrator", "Domain Admins");
    }

    public string Domain => "med.example";

    public static string NameOf(string name) => "CN=" + name + ",DC=med,DC=example";

    /// <summary>A day as lastLogonTimestamp holds it: 116444736000000000 is 1970-01-01 (MS-DTYP 2.3.3).</summary>
    public static string Time(DateTime day) => FormattableString.Invariant($"{116444736000000000 + (long)(day - DateTime.UnixEpoch).TotalSeconds * 10_000_000}");

    public FixedDirectory WithUser(string name, string sid, params (string Name, string Value)[] attributes) => With(
        name, [("objectClass", "user"), ("objectSid", sid), ("sAMAccountName", name), ("sAMAccountType", "805306368"), ("userAccountControl", "512"), ("primaryGroupID", "513"), .. attributes]);

    public FixedDirectory WithGroup(string name, string sid, params string[] members) => With(
        name, [("objectClass", "group"), ("objectSid", sid), ("sAMAccountName", name), .. members.Select(m => ("member", m.Contains('=') ? m : NameOf(m)))]);

    /// <summary>A later value of an attribute that holds one takes the place of an earlier one.</summary>
    public FixedDirectory With(string name, params (string Name, string Value)[] attributes)
    {
        _entries.RemoveAll(e => e.DistinguishedName == NameOf(name));
        _entries.Add(new DirectoryEntry(NameOf(name), attributes.GroupBy(a => a.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(
            g => g.Key,
            g => (IReadOnlyList<string>)(g.Key == "member" ? g.Select(a => a.Value).ToArray() : [g.Last().Value]),
            StringComparer.OrdinalIgnoreCase)));
        return this;
    }

    public FixedDirectory Without(string name)
    {
        _entries.RemoveAll(e => e.DistinguishedName == NameOf(name));
        return this;
    }

    public Task<Verdict> JudgeAsync(DomainCheck check, object settings) =>
        check.EvaluateAsync(new DomainView(this, MadeUp.AsOf), settings, CancellationToken.None);

    public Task<IReadOnlyList<DirectoryEntry>> SearchAsync(DirectorySearch search, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<DirectoryEntry>>(_entries);

    public void Dispose()
    {
    }
}
