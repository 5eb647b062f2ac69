using System;
using MedHardening.Cim.WsMan.Authentication;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Authentication;

/// <summary>Tokens laid out by hand after RFC 4121 §4.2.6.2: 16 bytes of header, confounder, message, copy of the header, checksum.</summary>
public sealed class KerberosTokenTests
{
    private const string Confounder = "C0C1C2C3C4C5C6C7C8C9CACBCCCDCECF";
    private const string Message = "A0A1A2A3A4";
    private const string HeaderCopy = "E0E1E2E3E4E5E6E7E8E9EAEBECEDEEEF";

    [Theory]
    [InlineData("F0F1F2F3F4F5F6F7F8F9FAFB", "001C")] // RFC 3962: 12 bytes of checksum
    [InlineData("F0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFF", "0020")] // RFC 8009, aes128-cts-hmac-sha256-128
    [InlineData("F0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFFF0F1F2F3F4F5F6F7", "0028")] // RFC 8009, aes256-cts-hmac-sha384-192
    public void The_checksum_comes_before_the_sealed_message(string checksum, string count)
    {
        byte[] token = Convert.FromHexString("050402FF000000000000000000000007" + Confounder + Message + HeaderCopy + checksum);
        KerberosToken.Rotate(token, 5);
        Assert.Equal(
            "050402FF0000" + count + "0000000000000007" + HeaderCopy + checksum + Confounder + Message, Convert.ToHexString(token));
    }

    [Theory]
    [InlineData("050406FF0000001C0000000000000007")] // rotated already
    [InlineData("050402FF000500000000000000000007")] // padded
    [InlineData("050400FF000000000000000000000007")] // not sealed
    [InlineData("01000000AABBCCDDEEFF001100000000")] // NTLM (MS-NLMP §2.2.2.9.1)
    public void Any_other_token_is_left_as_it_is(string header)
    {
        string whole = header + Confounder + Message + HeaderCopy + "F0F1F2F3F4F5F6F7F8F9FAFB";
        byte[] token = Convert.FromHexString(whole);
        KerberosToken.Rotate(token, 5);
        Assert.Equal(whole, Convert.ToHexString(token));
    }
}
