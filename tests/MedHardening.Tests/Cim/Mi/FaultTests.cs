using System;
using System.Collections.Generic;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;
using MedHardening.Cim.Guarding;
using MedHardening.Cim.Mi;
using MedHardening.MiDouble;
using Microsoft.Management.Infrastructure;
using Xunit;

namespace MedHardening.Tests.Cim.Mi;

/// <summary>Errors of MI mean what the same ones mean over the WS-Man client.</summary>
public class FaultTests
{
    private static readonly NetworkCredential s_account = new("auditor", "Pa55-word", "MED");

    [Theory]
    [InlineData(NativeErrorCode.InvalidNamespace, 0x8004100Eu, CimFaultKind.NamespaceNotFound)]
    [InlineData(NativeErrorCode.InvalidClass, 0x80041010u, CimFaultKind.ClassNotFound)]
    [InlineData(NativeErrorCode.NotFound, 0x80041002u, CimFaultKind.InstanceNotFound)]
    [InlineData(NativeErrorCode.InvalidQuery, 0x80041017u, CimFaultKind.InvalidQuery)]
    [InlineData(NativeErrorCode.AccessDenied, 0x80041003u, CimFaultKind.AccessDenied)]
    [InlineData(NativeErrorCode.AccessDenied, 0x80070005u, CimFaultKind.AccessDenied)]
    [InlineData(NativeErrorCode.ServerLimitsExceeded, 0x803381A6u, CimFaultKind.Busy)]
    [InlineData(NativeErrorCode.Failed, 0x80338029u, CimFaultKind.OperationTimedOut)]
    [InlineData(NativeErrorCode.Failed, 0x8007052Eu, CimFaultKind.AuthenticationFailed)] // 1326: user name or password
    [InlineData(NativeErrorCode.Failed, 1326u, CimFaultKind.AuthenticationFailed)]
    [InlineData(NativeErrorCode.Failed, 0x80090322u, CimFaultKind.AuthenticationFailed)] // wrong principal
    [InlineData(NativeErrorCode.Failed, 0x80338012u, CimFaultKind.ConnectionFailed)]
    [InlineData(NativeErrorCode.Failed, 0x80338126u, CimFaultKind.ConnectTimedOut)]
    [InlineData(NativeErrorCode.Failed, 0x803381B9u, CimFaultKind.NameNotResolved)]
    [InlineData(NativeErrorCode.Failed, 0x80072F8Fu, CimFaultKind.CertificateRejected)]
    [InlineData(NativeErrorCode.Failed, 0x800706BAu, CimFaultKind.ConnectionFailed)] // RPC server unavailable
    [InlineData(NativeErrorCode.Failed, 0x803380E4u, CimFaultKind.NotSupported)] // TrustedHosts
    [InlineData(NativeErrorCode.Failed, 0x80041001u, CimFaultKind.HostFault)]
    public async Task A_code_means_its_kind(NativeErrorCode status, uint code, CimFaultKind expected)
    {
        CimFault fault = await AskAsync(Error(status, code, null));

        Assert.Equal(expected, fault.Kind);
        Assert.Equal("PC1", fault.Host);
    }

    [Fact]
    public async Task An_unknown_error_before_the_first_answer_does_not_prove_the_account()
    {
        Queue<CimException?> said = new([Error(NativeErrorCode.Failed, 0x80338FFF, null), null, Error(NativeErrorCode.Failed, 0x80338FFF, null)]);
        (ICimSession session, _) = await MiHost.OpenAsync(_ => said.Dequeue() is { } error ? throw error : []);

        Assert.Equal(CimFaultKind.ConnectionFailed, await KindAsync(session));
        await session.QueryAsync(MiHost.Services, CancellationToken.None);
        Assert.Equal(CimFaultKind.HostFault, await KindAsync(session));
    }

    [Theory]
    [InlineData("HRESULT 0x80041010", CimFaultKind.ClassNotFound)]
    [InlineData("HRESULT 0x8004100e", CimFaultKind.NamespaceNotFound)]
    [InlineData("MI RESULT 2", CimFaultKind.AccessDenied)]
    [InlineData(null, CimFaultKind.AccessDenied)]
    public async Task The_message_id_and_then_the_status_tell_where_there_is_no_code(string? messageId, CimFaultKind expected) =>
        Assert.Equal(expected, (await AskAsync(new CimException(NativeErrorCode.AccessDenied, "拒否", null, messageId))).Kind);

    [Fact]
    public async Task The_code_and_the_words_of_Windows_are_kept_for_a_person()
    {
        CimFault fault = await AskAsync(Error(NativeErrorCode.Failed, 0x80041001, null));

        Assert.Equal(0x80041001, fault.Code);
        Assert.Contains("0x80041001 Failed 汎用エラー", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_a_given_password_may_be_the_password_until_it_was_accepted_once()
    {
        bool refuse = true;
        CimTarget target = new("PC1") { Address = CimTarget.ThisComputer, Credential = s_account };
        (ICimSession session, _) = await MiHost.OpenAsync(_ => refuse ? throw Error(NativeErrorCode.AccessDenied, 0x80070005, null) : [], target);

        Assert.Equal(CimFaultKind.AuthenticationFailed, await KindAsync(session));
        Assert.Null(session.Authentication());
        refuse = false;
        await session.QueryAsync(MiHost.Services, CancellationToken.None);
        refuse = true;
        Assert.Equal(CimFaultKind.AccessDenied, await KindAsync(session));
    }

    [Fact]
    public async Task A_right_that_WMI_itself_denies_is_no_wrong_password()
    {
        CimTarget target = new("PC1") { Address = CimTarget.ThisComputer, Credential = s_account };
        (ICimSession session, _) = await MiHost.OpenAsync(_ => throw Error(NativeErrorCode.AccessDenied, 0x80041003, null), target);

        Assert.Equal(CimFaultKind.AccessDenied, await KindAsync(session));
    }

    [Fact]
    public async Task A_rejected_account_is_not_shown_to_a_second_host()
    {
        Wmi wmi = Wmi.With(_ => throw Error(NativeErrorCode.AccessDenied, 0x80070005, null));
        GuardedTransport transport = new(new MiTransport(CimTransport.Mi));

        using ICimSession first = await transport.OpenAsync(
            new CimTarget("PC1") { Address = CimTarget.ThisComputer, Credential = s_account }, CancellationToken.None);
        Assert.Equal(CimFaultKind.AuthenticationFailed, await KindAsync(first));
        using ICimSession second = await transport.OpenAsync(
            new CimTarget("PC2") { Address = CimTarget.ThisComputer, Credential = s_account }, CancellationToken.None);
        Assert.Equal(CimFaultKind.CredentialWithdrawn, await KindAsync(second));

        Assert.Single(wmi.Asked);
    }

    private static async Task<CimFault> AskAsync(CimException error)
    {
        (ICimSession session, _) = await MiHost.OpenAsync(_ => throw error);
        return await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(MiHost.Services, CancellationToken.None));
    }

    private static async Task<CimFaultKind> KindAsync(ICimSession session) =>
        (await Assert.ThrowsAsync<CimFault>(() => session.QueryAsync(MiHost.Services, CancellationToken.None))).Kind;

    private static CimException Error(NativeErrorCode status, uint code, string? messageId) =>
        new(status, "汎用エラー", MiHost.Row("MSFT_WmiError", ("error_Code", CimType.UInt32, code)), messageId);
}
