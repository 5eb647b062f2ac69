using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim;

/// <content>Values whose key is not read whole.</content>
public static partial class Registry
{
    /// <summary>
    /// One value of a large key, or of a key that also holds a secret: null when key or value does not exist, data null when the
    /// value is of another type than <paramref name="type"/>.
    /// </summary>
    /// <exception cref="CimFault">The value exists but cannot be read.</exception>
    public static async Task<RegistryValue?> ReadValueAsync(
        this ICimSession session, RegistryHive hive, string path, string name, RegistryType type, CancellationToken cancel)
    {
        string method = type == RegistryType.DWord ? "GetDWORDValue" : "GetStringValue";
        CimObject answer = await InvokeAsync(session, method, hive, path, name, cancel).ConfigureAwait(false);
        switch (ReturnValue(session, answer))
        {
            case InvalidFunction or FileNotFound or PathNotFound:
                return null;
            case TypeMismatch:
                return new RegistryValue(RegistryType.None, null);
            default:
                EnsureSuccess(session, answer, path + "\\" + name);
                return new RegistryValue(type, type == RegistryType.DWord ? answer.UInt32("uValue") : answer.String("sValue") ?? "");
        }
    }
}
