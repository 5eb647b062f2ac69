using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Recording;
using MedHardening.Domains;
using Xunit;

namespace MedHardening.Tests.Domains;

public class RecordedDirectoryTests
{
    private static readonly DirectorySearch s_domain = new(null, "(objectClass=domainDNS)", ["minPwdLength", "dSCorePropagationData"]);

    [Fact]
    public async Task A_search_is_asked_once_and_comes_back_from_the_file_as_it_was()
    {
        FakeDirectory fake = new();
        using RecordingDirectory recording = new(fake);
        await recording.SearchAsync(s_domain, CancellationToken.None);
        IReadOnlyList<DirectoryEntry> live = await recording.SearchAsync(
            s_domain with { Attributes = ["dscorepropagationdata", "MINPWDLENGTH"] }, CancellationToken.None);
        Assert.Equal(1, fake.Asked);

        string folder = Directory.CreateTempSubdirectory("medhardening-test-").FullName;
        string path = SnapshotFile.PathOf(folder, recording.Domain);
        SnapshotFile.Write(path, recording.Recording(DateTimeOffset.Now));
        using SnapshotDirectory snapshot = new(SnapshotFile.Read(path));
        Directory.Delete(folder, recursive: true);

        DirectoryEntry entry = Assert.Single(await snapshot.SearchAsync(s_domain, CancellationToken.None));
        Assert.Equal("DC=med,DC=example", entry.DistinguishedName);
        Assert.Equal(["13"], entry["minpwdlength"]);
        Assert.Equal(["a", "b"], entry["dSCorePropagationData"]);
        Assert.Empty(entry["lockoutThreshold"]);
        Assert.Equal(live.Single().DistinguishedName, entry.DistinguishedName);
    }

    [Fact]
    public async Task A_search_that_was_never_made_is_a_fault()
    {
        using SnapshotDirectory snapshot = new(new HostRecording("med.example", DateTimeOffset.Now, null, new Dictionary<string, RecordedAnswer>()));
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => snapshot.SearchAsync(s_domain, CancellationToken.None));
        Assert.Equal(CimFaultKind.NotRecorded, fault.Kind);
    }

    [Fact]
    public async Task A_refusal_is_recorded_too()
    {
        using RecordingDirectory recording = new(new FakeDirectory { Fault = new CimFault(CimFaultKind.AccessDenied, "50") });
        await Assert.ThrowsAsync<CimFault>(() => recording.SearchAsync(s_domain, CancellationToken.None));
        using SnapshotDirectory snapshot = new(recording.Recording(DateTimeOffset.Now));
        Assert.Equal(CimFaultKind.AccessDenied, (await Assert.ThrowsAsync<CimFault>(() => snapshot.SearchAsync(s_domain, CancellationToken.None))).Kind);
    }

    [Fact]
    public async Task A_folder_keeps_domains_apart_from_computers_and_tells_a_damaged_one()
    {
        string folder = Directory.CreateTempSubdirectory("medhardening-test-").FullName;
        using RecordingDirectory recording = new(new FakeDirectory());
        await recording.SearchAsync(s_domain, CancellationToken.None);
        DirectorySnapshots.Save(folder, recording, DateTimeOffset.Now);
        File.WriteAllText(Path.Combine(folder, "torn.example.meddomain"), "no snapshot");
        Assert.Empty(new SnapshotTransport(folder).Hosts);
        IReadOnlyList<IDirectory> domains = DirectorySnapshots.Open(folder);
        Directory.Delete(folder, recursive: true);
        Assert.Equal(["med.example", "torn.example"], domains.Select(d => d.Domain));
        Assert.Equal(["13"], Assert.Single(await domains[0].SearchAsync(s_domain, CancellationToken.None))["minPwdLength"]);
        CimFault fault = await Assert.ThrowsAsync<CimFault>(() => domains[1].SearchAsync(s_domain, CancellationToken.None));
        Assert.Equal(CimFaultKind.Protocol, fault.Kind);
    }

    private sealed class FakeDirectory : IDirectory
    {
        public string Domain => "med.example";

        public int Asked { get; private set; }

        public CimFault? Fault { get; init; }

        public Task<IReadOnlyList<DirectoryEntry>> SearchAsync(DirectorySearch search, CancellationToken cancel)
        {
            Asked++;
            return Fault is not null ? throw Fault : Task.FromResult<IReadOnlyList<DirectoryEntry>>(
            [
                new DirectoryEntry("DC=med,DC=example", new Dictionary<string, IReadOnlyList<string>>
                {
                    ["minPwdLength"] = ["13"],
                    ["dSCorePropagationData"] = ["a", "b"],
                }),
            ]);
        }

        public void Dispose()
        {
        }
    }
}
