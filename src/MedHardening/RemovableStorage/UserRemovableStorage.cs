using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.RemovableStorage;

/// <summary>
/// The same policies for users: below HKU, and only of those whose profile is loaded, which is all that can be read from afar. They can
/// add to what is denied on the computer and never take from it.
/// </summary>
internal static class UserRemovableStorage
{
    private const string Policy = @"\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices";

    /// <summary>SIDs of users whose profile is loaded and who have such a policy.</summary>
    public static async Task<IReadOnlyList<string>> ReadUsersAsync(ICimSession session, CancellationToken cancel)
    {
        List<string> users = new();
        foreach (string sid in await session.ReadLoadedUsersAsync(cancel).ConfigureAwait(false))
        {
            if (await session.ReadSubKeysAsync(RegistryHive.Users, sid + Policy, cancel).ConfigureAwait(false) is not null)
                users.Add(sid);
        }
        return users;
    }
}
