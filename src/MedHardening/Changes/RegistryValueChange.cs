using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Changes;

/// <summary>A registry value is written or deleted. Its key exists, or an earlier <see cref="RegistryKeyChange"/> makes it.</summary>
/// <param name="Path">Key below the hive.</param>
/// <param name="Name">Empty for the default value of the key.</param>
/// <param name="Before">Null when the value was absent.</param>
/// <param name="After">Null to delete the value.</param>
public sealed record RegistryValueChange(
    RegistryHive Hive, string Path, string Name, RegistryValue? Before, RegistryValue? After, string Why, ChangeEffect Effect = ChangeEffect.AtOnce)
    : Change(Why, Effect)
{
    public override string Location => RegistryText.Path(Hive, Path) + " [" + (Name.Length == 0 ? "@" : Name) + "]";

    public override string Old => RegistryText.Of(Before);

    public override string New => RegistryText.Of(After);

    internal override async Task<string> ReadAsync(ICimSession session, CancellationToken cancel) =>
        RegistryText.Of(await session.ReadValueAsync(Hive, Path, Name, cancel).ConfigureAwait(false));

    internal override Task ApplyAsync(ICimSession session, CancellationToken cancel) => SetAsync(session, After, cancel);

    internal override Task RevertAsync(ICimSession session, CancellationToken cancel) => SetAsync(session, Before, cancel);

    private Task SetAsync(ICimSession session, RegistryValue? value, CancellationToken cancel) => value is null
        ? session.DeleteValueAsync(Hive, Path, Name, cancel)
        : session.WriteValueAsync(Hive, Path, Name, value, cancel);
}
