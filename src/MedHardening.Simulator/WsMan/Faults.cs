using System.Globalization;

namespace MedHardening.Simulator.WsMan;

/// <summary>
/// The faults of WinRM. Codes, SOAP codes and subcodes by the comments of wsmerror.h (Windows SDK); the conditions by MS-WSMV §3.1.4.1.
/// The Japanese words are our own: what Windows says in any language is not for parsing.
/// </summary>
internal static class Faults
{
    private const string Cannot = "The WS-Management service cannot process the request. ";
    private const string CannotJa = "WS-Management サービスは要求を処理できません。";

    // Error categories of MI (System.Management.Automation.ErrorCategory has the same numbers).
    private const int NotSpecified = 0;
    private const int InvalidArgument = 5;
    private const int MetadataError = 10;
    private const int ObjectNotFound = 13;
    private const int ParserError = 17;
    private const int PermissionDenied = 18;

    public static WsManFault InvalidResourceUri() => new(
        2150858811, "a:DestinationUnreachable",
        Cannot + "The resource URI is missing or it has an incorrect format.", CannotJa + "リソース URI がないか、形式が正しくありません。")
    { Detail = "InvalidResourceURI" };

    public static WsManFault ActionNotSupported(string action) => new(
        2150858771, "a:ActionNotSupported",
        "The WS-Management service does not support the action specified in the request: " + action,
        "WS-Management サービスは要求で指定された操作をサポートしていません: " + action);

    public static WsManFault HeaderRequired() => new(
        2150858769, "a:MessageInformationHeaderRequired",
        Cannot + "The request does not have all the expected SOAP headers.", CannotJa + "要求に必要な SOAP ヘッダーがありません。");

    public static WsManFault InvalidHeader() => new(
        2150858767, "a:InvalidMessageInformationHeader",
        Cannot + "The request contains one or more invalid SOAP headers.", CannotJa + "要求に無効な SOAP ヘッダーが含まれています。");

    public static WsManFault NotUnderstood((string Namespace, string Name) header) => new(
        2150858768, "",
        "The WS-Management service cannot process a SOAP header in the request that is marked as mustUnderstand by the client.",
        "WS-Management サービスは、mustUnderstand とされた SOAP ヘッダーを処理できません。")
    { Header = header };

    public static WsManFault AddressingMode() => new(
        2150858870, "w:UnsupportedFeature",
        "The WS-Management service does not support the addressing mode.", "WS-Management サービスはこのアドレス指定モードをサポートしていません。")
    { Detail = "AddressingMode" };

    public static WsManFault MustUnderstandLocale(string detail) => new(
        2150858887, "w:UnsupportedFeature",
        "The WS-Management service cannot guarantee that all data is returned in the requested locale.",
        "WS-Management サービスは、すべてのデータが要求されたロケールで返されることを保証できません。")
    { Detail = detail };

    public static WsManFault UnsupportedFeature() => new(
        2150858818, "w:UnsupportedFeature",
        "The WS-Management service does not support the specified feature.", "WS-Management サービスは指定された機能をサポートしていません。");

    public static WsManFault EnumerationMode() => new(
        2150858886, "w:UnsupportedFeature",
        "The WS-Management service does not support the specified enumeration mode.",
        "WS-Management サービスは指定された列挙モードをサポートしていません。")
    { Detail = "EnumerationMode" };

    public static WsManFault MinEnvelopeSize() => new(
        2150858878, "w:EncodingLimit",
        Cannot + "The envelope size in the request is too small.", CannotJa + "要求のエンベロープ サイズが小さすぎます。")
    { Detail = "MinimumEnvelopeLimit" };

    public static WsManFault MaxEnvelopeSizeExceeded() => new(
        2150858824, "w:EncodingLimit",
        "The response that the WS-Management service computed exceeds the maximum envelope size in the request.",
        "WS-Management サービスが計算した応答は、要求の最大エンベロープ サイズを超えています。")
    { Detail = "MaxEnvelopeSizeExceeded" };

    public static WsManFault CharacterSet() => new(
        2150858828, "w:EncodingLimit",
        "The WS-Management service does not support the character set used in the request. Change the request to use UTF-8 or UTF-16.",
        "WS-Management サービスは要求で使われた文字セットをサポートしていません。")
    { Detail = "CharacterSet" };

    public static WsManFault SchemaValidation() => new(
        2150858817, "w:SchemaValidationError",
        "The SOAP XML in the message does not match the corresponding XML schema definition.",
        "メッセージの SOAP XML が対応する XML スキーマ定義と一致しません。");

    public static WsManFault InvalidTimeout() => new(
        2150858881, "a:InvalidMessageInformationHeader",
        Cannot + "The timeout header in the request is invalid.", CannotJa + "要求のタイムアウト ヘッダーが無効です。");

    public static WsManFault DifferentNamespaces() => new(
        2150859067, "w:InternalError",
        Cannot + "The __cimnamespace selector and the resource URI name different namespaces.",
        CannotJa + "__cimnamespace セレクターとリソース URI の名前空間が異なります。")
    { IsReceiver = true };

    public static WsManFault InvalidContext() => new(
        2150858779, "n:InvalidEnumerationContext",
        "The WS-Enumeration context in the enumeration is not valid. Enumeration may have been completed or canceled.",
        "列挙の WS-Enumeration コンテキストが無効です。列挙が完了または取り消された可能性があります。")
    { IsReceiver = true };

    // As captured: zenoss/txwinrm, txwinrm/test/data_error/max_concurrent.xml.
    public static WsManFault TooManyOperations() => new(
        2150859174, "w:InternalError",
        Cannot + "The maximum number of concurrent operations for this user has been exceeded.", CannotJa + "このユーザーの同時操作の最大数を超えました。")
    { IsReceiver = true };

    public static WsManFault QuotaLimit(uint code) => new(
        code, "w:QuotaLimit", Cannot + "A quota has been exceeded.", CannotJa + "クォータを超えました。")
    { IsReceiver = true };

    public static WsManFault FilterDialect() => new(
        2150858777, "n:FilterDialectRequestedUnavailable",
        "The filter dialect was not supported for this resource.", "フィルター言語がこのリソースでサポートされていません。");

    public static WsManFault InvalidFilter() => Wmi(
        2150858778, "n:CannotProcessFilter", 15, ParserError, false,
        "The data source could not process the filter. The filter might be missing or it might be invalid.",
        "データ ソースはフィルターを処理できませんでした。フィルターがないか、無効である可能性があります。");

    // Whether the service or only the Windows client insists on '*' is not verified on Windows.
    public static WsManFault WqlNeedsStar() => new(
        2150859003, "n:CannotProcessFilter",
        "The resource URI for an enumeration operation with WQL filter must not contain keys and the class name must be '*' (star).",
        "WQL フィルターを使う列挙のリソース URI にはキーを含めず、クラス名を '*' にする必要があります。");

    public static WsManFault NotSingleton() => Wmi(
        2150859002, "w:InvalidSelectors", 4, InvalidArgument, false,
        "The resource URI is not valid: it does not contain keys, but the class selected is not a singleton.",
        "リソース URI が無効です。キーがありませんが、選ばれたクラスはシングルトンではありません。");

    public static WsManFault InsufficientSelectors() => Wmi(
        2150858842, "w:InvalidSelectors", 4, InvalidArgument, false,
        Cannot + "The request did not contain all required selectors.", CannotJa + "要求に必要なセレクターがすべて含まれていません。");

    public static WsManFault UnexpectedSelectors() => Wmi(
        2150858843, "w:InvalidSelectors", 4, InvalidArgument, false,
        Cannot + "The request contained invalid selectors for the resource.", CannotJa + "要求にリソースの無効なセレクターが含まれています。");

    public static WsManFault InvalidNamespace(string ns) => Wmi(
        0x8004100E, "a:DestinationUnreachable", 3, MetadataError, false,
        Cannot + "The CIM namespace " + ns + " does not exist.", CannotJa + "CIM 名前空間 " + ns + " は存在しません。");

    public static WsManFault InvalidClass(string ns, string name) => Wmi(
        0x80041010, "a:DestinationUnreachable", 5, MetadataError, false,
        Cannot + "The class " + name + " does not exist in the " + ns + " namespace.",
        CannotJa + "クラス " + name + " は名前空間 " + ns + " に存在しません。");

    public static WsManFault InstanceNotFound() => Wmi(
        2150858752, "a:DestinationUnreachable", 6, ObjectNotFound, false,
        Cannot + "The service cannot find the resource identified by the resource URI and selectors.",
        CannotJa + "リソース URI とセレクターで識別されるリソースが見つかりません。");

    public static WsManFault InvalidMethod(string name) => Wmi(
        0x8004102E, "w:InternalError", 17, MetadataError, true,
        Cannot + "The method " + name + " does not exist.", CannotJa + "メソッド " + name + " は存在しません。");

    public static WsManFault InvalidMethodParameters() => Wmi(
        0x8004102F, "w:InternalError", 4, InvalidArgument, true,
        Cannot + "The method parameters are not valid.", CannotJa + "メソッドのパラメーターが無効です。");

    public static WsManFault ProviderNotFound() => Wmi(
        0x80041013, "w:InternalError", 1, NotSpecified, true,
        Cannot + "The provider could not be loaded.", CannotJa + "プロバイダーを読み込めませんでした。");

    public static WsManFault WmiAccessDenied() => Wmi(
        2150859012, "w:AccessDenied", 2, PermissionDenied, false,
        Cannot + "The WMI service returned an 'access denied' error.", CannotJa + "WMI サービスは「アクセスが拒否されました」エラーを返しました。");

    // What an unknown or closed shell gets: pywinrm and pypsrp know it as "the shell was not found".
    public static WsManFault InvalidSelectors() => new(
        2150858843, "w:InvalidSelectors",
        Cannot + "The request contained invalid selectors for the resource.", CannotJa + "要求にリソースに対して無効なセレクターが含まれています。")
    { Detail = "UnexpectedSelectors" };

    public static WsManFault AccessDenied() => new(5, "w:AccessDenied", "Access is denied.", "アクセスが拒否されました。");

    /// <summary>Any other code.</summary>
    public static WsManFault Always(uint code) => new(
        code, "w:InternalError",
        "Error " + code.ToString(CultureInfo.InvariantCulture) + ".", "エラー " + code.ToString(CultureInfo.InvariantCulture) + "。")
    { IsReceiver = true };

    private static WsManFault Wmi(
        uint code, string subcode, int cimStatus, int category, bool receiver, string english, string japanese) =>
        new(code, subcode, english, japanese) { IsReceiver = receiver, Wmi = (cimStatus, category) };
}
