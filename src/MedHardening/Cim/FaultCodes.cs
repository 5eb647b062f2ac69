namespace MedHardening.Cim;

/// <summary>
/// What the codes mean that hosts send with a fault, the same for every transport. WS-Man codes are those of wsmerror.h, WBEM codes
/// those of https://learn.microsoft.com/windows/win32/wmisdk/wmi-error-constants, CIM status codes those of DSP0200 §5.2.
/// </summary>
internal static class FaultCodes
{
    /// <returns>Null when the code does not tell.</returns>
    public static CimFaultKind? Kind(uint code) => code switch
    {
        // A Win32 error as an HRESULT (FACILITY_WIN32).
        >= 0x80070000 and <= 0x8007FFFF => Kind(code & 0xFFFF),
        5 or 0x80041003 or 0x80041062 or 0x80338104 or 0x80338105 or 0x80338106 or 0x803381DD or 0x803381E3
            => CimFaultKind.AccessDenied,
        0x803381AC => CimFaultKind.RemoteShellUnavailable,
        1326 or 1327 or 1328 or 1329 or 1330 or 1331 or 1793 or 1907 or 1909 => CimFaultKind.AuthenticationFailed,
        0x80041010 => CimFaultKind.ClassNotFound,
        0x8004100E => CimFaultKind.NamespaceNotFound,
        0x80041002 => CimFaultKind.InstanceNotFound,
        0x80041017 or 0x80041018 or 0x8033801A => CimFaultKind.InvalidQuery,
        0x8033803F or 0x80338112 or 0x803381A5 or 0x803381A6 or 0x803381A7 or 0x803381A8 or 0x803381AB
            or (>= 0x803381E4 and <= 0x803381EA) or 0x80041033 or 0x80041045 or 0x8004106C => CimFaultKind.Busy,
        0x80338029 or 0x8033801C or 0x80338126 or 0x80041069 => CimFaultKind.OperationTimedOut,
        0x80338026 or 0x80338035 or 0x80338048 or 0x80338049 or 0x80338100 => CimFaultKind.LimitExceeded,
        _ => null,
    };

    /// <param name="status">CIM status code.</param>
    public static CimFaultKind? KindOfStatus(uint status) => status switch
    {
        2 => CimFaultKind.AccessDenied,
        3 => CimFaultKind.NamespaceNotFound,
        5 => CimFaultKind.ClassNotFound,
        6 => CimFaultKind.InstanceNotFound,
        14 or 15 => CimFaultKind.InvalidQuery,
        27 or 28 => CimFaultKind.Busy,
        _ => null,
    };
}
