using System;
using System.Globalization;
using System.Linq;

namespace MedHardening.Domains;

/// <summary>The bits of userAccountControl that decide something here (MS-ADTS 2.2.16).</summary>
[Flags]
internal enum AccountControl
{
    Disabled = 0x2,
    PasswordNotRequired = 0x20,
    ReversibleEncryption = 0x80,
    ServerTrust = 0x2000,
    PasswordNeverExpires = 0x10000,
    SmartCardRequired = 0x40000,
}

internal static class AccountControls
{
    /// <summary>The bits of an account; null when it has none that can be read.</summary>
    public static AccountControl? Control(this DirectoryEntry account) =>
        int.TryParse(account["userAccountControl"].FirstOrDefault(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int bits)
            ? (AccountControl)bits
            : null;
}
