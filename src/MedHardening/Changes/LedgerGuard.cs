using System;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Fleet;

namespace MedHardening.Changes;

/// <summary>Whether a computer may be written to, by what the ledger says of it.</summary>
internal static class LedgerGuard
{
    /// <summary>Before the computer is contacted.</summary>
    /// <exception cref="ChangeRefusedException">It must not be written to.</exception>
    public static void EnsurePermitted(LedgerComputer computer, ChangeOptions options)
    {
        bool isInLedger = computer.Line > 0;
        if (computer.Handling == Handling.NotContactable)
            throw new ChangeRefusedException("NotContactable", null);
        if (!isInLedger && !options.NoLedger)
            throw new ChangeRefusedException("NotInLedger", null);
        if (isInLedger && computer.Handling != Handling.Writable)
            throw new ChangeRefusedException("NotWritable", null);
        if (!options.Force && computer.Window?.Contains(options.Now()) == false)
            throw new ChangeRefusedException("OutsideWindow", computer.Window.ToString());
    }

    /// <summary>Who answers, read from the computer itself.</summary>
    /// <exception cref="ChangeRefusedException">It is not the computer that the ledger means.</exception>
    /// <exception cref="CimFault">It does not tell.</exception>
    public static async Task<(string Name, string Serial)> EnsureIdentityAsync(ICimSession session, LedgerComputer computer, CancellationToken cancel)
    {
        HostIdentity identity = await HostIdentity.ReadAsync(session, cancel).ConfigureAwait(false);
        if (!identity.IsCalled(computer.Name))
            throw new ChangeRefusedException("WrongComputer", identity.Name);
        CimObject bios = await session.SingleAsync("Win32_BIOS", cancel).ConfigureAwait(false);
        string serial = bios.String("SerialNumber")?.Trim() ?? "";
        return computer.Serial is null || string.Equals(HalfWidth.Of(computer.Serial).Trim(), serial, StringComparison.OrdinalIgnoreCase)
            ? (identity.Name, serial)
            : throw new ChangeRefusedException("WrongSerial", serial);
    }
}
