namespace MedHardening.Simulator.WsMan;

/// <summary>The fault that WinRM would put around a code. Codes by name as in wsmerror.h (Windows SDK).</summary>
internal static class FaultsByCode
{
    private const uint AccessDenied = 5;
    private const uint WmiAccessDenied = 2150859012; // ERROR_WSMAN_WMI_SVC_ACCESS_DENIED
    private const uint InvalidContext = 2150858779; // ERROR_WSMAN_INVALID_ENUMERATION_CONTEXT
    private const uint MaxShells = 2150859173; // ERROR_WSMAN_QUOTA_MAX_SHELLS
    private const uint MaxOperations = 2150859174; // ERROR_WSMAN_QUOTA_MAX_OPERATIONS
    private const uint FirstOfPlugin = 2150859236; // ERROR_WSMAN_QUOTA_MAX_SHELLS_PPQ
    private const uint LastOfPlugin = 2150859242; // ERROR_WSMAN_QUOTA_MIN_REQUIREMENT_NOT_AVAILABLE_PPQ

    public static WsManFault Of(uint code) => code switch
    {
        AccessDenied => Faults.AccessDenied(),
        WmiAccessDenied => Faults.WmiAccessDenied(),
        InvalidContext => Faults.InvalidContext(),
        MaxOperations => Faults.TooManyOperations(),
        // MS-WSMV §3.1.4.5.2.1 and §2.2.4.23: wsman:QuotaLimit, where the limits of the service are wsman:InternalError (§3.1.4.1.19).
        MaxShells or (>= FirstOfPlugin and <= LastOfPlugin) => Faults.QuotaLimit(code),
        _ => Faults.Always(code),
    };
}
