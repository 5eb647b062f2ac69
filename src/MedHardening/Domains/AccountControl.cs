using System;
using System.Globalization;
using System.Linq;

namespace MedHardening.Domains;

/// <summary>The bits of userAccountControl that decide something here (MS-ADTS 2.2.16).</summary>
[Flags]
internal enum AccountControl
{
    Disabled = 0x2,
    ServerTrust = 0x2000,
}

internal static class AccountControls
{
    /// <summary>The bits of an account; null when it has none that can be read.</summary>
    public static AccountControl? Control(this DirectoryEntry account) =>
        int.TryParse(account["userAccountControl"].FirstOrDefault(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int bits)
            ? (AccountControl)bits
            : null;
}
