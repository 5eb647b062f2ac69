using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using MedHardening.Domains.Ldap;

namespace MedHardening.Domains;

/// <summary>The domains that a run asks over LDAP, each question once; what they answered can be kept.</summary>
public sealed class AskedDomains(IEnumerable<DirectoryTarget> targets) : IDisposable
{
    private readonly DateTimeOffset _since = DateTimeOffset.Now;

    public IReadOnlyList<RecordingDirectory> Directories { get; } = targets.Select(t => new RecordingDirectory(new LdapDirectory(t))).ToArray();

    /// <summary>Keeps the answers in a folder.</summary>
    /// <returns>Domains whose recording could not be written, and why.</returns>
    public IReadOnlyList<KeyValuePair<string, Exception>> Save(string folder)
    {
        List<KeyValuePair<string, Exception>> failures = [];
        foreach (RecordingDirectory directory in Directories)
        {
            try
            {
                DirectorySnapshots.Save(folder, directory, _since);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                failures.Add(new(directory.Domain, e));
            }
        }
        return failures;
    }

    public void Dispose()
    {
        foreach (RecordingDirectory directory in Directories)
            directory.Dispose();
    }
}
