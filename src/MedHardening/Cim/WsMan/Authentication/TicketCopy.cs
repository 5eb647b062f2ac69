using System;
using System.Runtime.InteropServices;

namespace MedHardening.Cim.WsMan.Authentication;

/// <summary>
/// A copy of the caller's tickets in memory, in place of the cache as long as one context is begun. MIT Kerberos reads a cache file from its beginning for each
/// host, and adds to it a ticket for each: with a thousand hosts, that costs more than everything else. It also leaves no tickets behind.
/// </summary>
internal sealed class TicketCopy : IDisposable
{
    private const string Kerberos = "libkrb5.so.3";

    private IntPtr _context;
    private IntPtr _cache;
    private bool _isInPlace;

    private TicketCopy()
    {
    }

    /// <summary>For this thread, until disposed of. Where there are no tickets, or no such library, everything stays as it is.</summary>
    public static TicketCopy Begin()
    {
        TicketCopy copy = new();
        try
        {
            copy._isInPlace = OperatingSystem.IsLinux() && copy.Fill() && copy.Use();
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            copy._isInPlace = false;
        }
        return copy;
    }

    public void Dispose()
    {
        if (_isInPlace)
            _ = SetName(out _, null, IntPtr.Zero);
        if (_cache != IntPtr.Zero)
            _ = Destroy(_context, _cache);
        if (_context != IntPtr.Zero)
            FreeContext(_context);
        _isInPlace = false;
        _cache = _context = IntPtr.Zero;
    }

    private bool Fill()
    {
        if (InitContext(out _context) != 0 || Default(_context, out IntPtr source) != 0)
            return false;
        try
        {
            if (GetPrincipal(_context, source, out IntPtr owner) != 0)
                return false;
            bool filled = NewUnique(_context, "MEMORY", IntPtr.Zero, out _cache) == 0
                && Initialize(_context, _cache, owner) == 0 && CopyCredentials(_context, source, _cache) == 0;
            FreePrincipal(_context, owner);
            return filled;
        }
        finally
        {
            _ = Close(_context, source);
        }
    }

    private bool Use()
    {
        if (GetFullName(_context, _cache, out IntPtr name) != 0)
            return false;
        bool used = SetName(out _, Marshal.PtrToStringAnsi(name), IntPtr.Zero) == 0;
        FreeString(_context, name);
        return used;
    }

    /// <remarks>gss_krb5_ccache_name: https://web.mit.edu/kerberos/krb5-latest/doc/appdev/gssapi.html</remarks>
    [DllImport("libgssapi_krb5.so.2", EntryPoint = "gss_krb5_ccache_name", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern uint SetName(out uint minor, string? name, IntPtr old);

    [DllImport(Kerberos, EntryPoint = "krb5_init_context")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int InitContext(out IntPtr context);

    [DllImport(Kerberos, EntryPoint = "krb5_free_context")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void FreeContext(IntPtr context);

    [DllImport(Kerberos, EntryPoint = "krb5_cc_default")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Default(IntPtr context, out IntPtr cache);

    [DllImport(Kerberos, EntryPoint = "krb5_cc_get_principal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetPrincipal(IntPtr context, IntPtr cache, out IntPtr principal);

    [DllImport(Kerberos, EntryPoint = "krb5_free_principal")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void FreePrincipal(IntPtr context, IntPtr principal);

    [DllImport(Kerberos, EntryPoint = "krb5_cc_new_unique", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NewUnique(IntPtr context, string type, IntPtr hint, out IntPtr cache);

    [DllImport(Kerberos, EntryPoint = "krb5_cc_initialize")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Initialize(IntPtr context, IntPtr cache, IntPtr principal);

    [DllImport(Kerberos, EntryPoint = "krb5_cc_copy_creds")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int CopyCredentials(IntPtr context, IntPtr from, IntPtr to);

    [DllImport(Kerberos, EntryPoint = "krb5_cc_get_full_name")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetFullName(IntPtr context, IntPtr cache, out IntPtr name);

    [DllImport(Kerberos, EntryPoint = "krb5_free_string")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern void FreeString(IntPtr context, IntPtr text);

    [DllImport(Kerberos, EntryPoint = "krb5_cc_destroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Destroy(IntPtr context, IntPtr cache);

    [DllImport(Kerberos, EntryPoint = "krb5_cc_close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(IntPtr context, IntPtr cache);
}
