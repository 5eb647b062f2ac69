using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Changes;

/// <summary>
/// A registry key is made: one level, below a key that exists or that an earlier change makes. Taken back only while it is
/// empty, so that what others have put into it meanwhile is kept.
/// </summary>
public sealed record RegistryKeyChange(RegistryHive Hive, string Path, string Why) : Change(Why, ChangeEffect.AtOnce)
{
    private const string Present = "present";

    public override string Location => RegistryText.Path(Hive, Path);

    public override string Old => Absent;

    public override string New => Present;

    internal override async Task<string> ReadAsync(ICimSession session, CancellationToken cancel) =>
        await session.ReadSubKeysAsync(Hive, Path, cancel).ConfigureAwait(false) is null ? Absent : Present;

    internal override Task ApplyAsync(ICimSession session, CancellationToken cancel) => session.CreateKeyAsync(Hive, Path, cancel);

    internal override async Task RevertAsync(ICimSession session, CancellationToken cancel)
    {
        RegistryKey? key = await session.ReadKeyAsync(Hive, Path, cancel).ConfigureAwait(false);
        if (key is { SubKeys.Count: 0, ValueNames.Count: 0 })
            await session.DeleteKeyAsync(Hive, Path, cancel).ConfigureAwait(false);
    }
}
