using System;
using System.Collections.Generic;
using System.Text;
using MedHardening.Cim;
using MedHardening.Cim.WsMan.Authentication;
using Xunit;

namespace MedHardening.Tests.Cim.WsMan.Authentication;

/// <summary>The messages of MS-WSMV §2.2.9.1, byte by byte.</summary>
public sealed class SealingTests
{
    private const string Boundary = "Encrypted Boundary";
    private const string Signature = "0123456789abcdef";

    private const string Whole = "--Encrypted Boundary\r\n"
        + "\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n"
        + "\tOriginalContent: type=application/soap+xml;charset=UTF-8;Length=5\r\n"
        + "--Encrypted Boundary\r\n"
        + "\tContent-Type: application/octet-stream\r\n"
        + "\u0010\0\0\0" + Signature + "HELLO"
        + "--Encrypted Boundary--\r\n";

    [Fact]
    public void A_request_is_one_part_with_a_tab_before_each_header()
    {
        byte[] message = Sealing.Pack(Sealing.Spnego, Encoding.Latin1.GetBytes(Signature + "HELLO"), 5);
        Assert.Equal(Whole, Encoding.Latin1.GetString(message));
        Assert.Equal(
            "multipart/encrypted;protocol=\"application/HTTP-SPNEGO-session-encrypted\";boundary=\"Encrypted Boundary\"",
            Sealing.ContentType(Sealing.Spnego));
    }

    [Fact]
    public void A_Kerberos_request_says_that_its_signature_has_60_bytes()
    {
        byte[] message = Sealing.Pack(Sealing.Kerberos, new byte[63], 3);
        string text = Encoding.Latin1.GetString(message);
        Assert.Contains("\tContent-Type: application/HTTP-Kerberos-session-encrypted\r\n", text, StringComparison.Ordinal);
        Assert.Contains(";Length=3\r\n", text, StringComparison.Ordinal);
        Assert.Contains("application/octet-stream\r\n\u003c\0\0\0", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as it is", "as it is")]
    [InlineData("--Encrypted Boundary", "-- Encrypted Boundary")] // Exchange, and the example of MS-WSMV §4.5
    [InlineData("\t", "")]
    [InlineData("--\r\n", "--")]
    [InlineData("--\r\n", "--\r\n\r\n")] // OMI
    [InlineData("Content-Type", "content-type")]
    public void Answers_of_known_peers_are_understood(string usual, string variant)
    {
        SealedPart part = Assert.Single(Parse(Whole.Replace(usual, variant, StringComparison.Ordinal)));
        Assert.Equal((21, 5), (part.TokenLength, part.PlainLength));
    }

    [Fact]
    public void Sealed_bytes_that_look_like_a_boundary_are_sealed_bytes()
    {
        string text = Whole.Replace("HELLO", "\r\n--Encrypted Boundary--\r\n", StringComparison.Ordinal).Replace("Length=5", "Length=26", StringComparison.Ordinal);
        SealedPart part = Assert.Single(Parse(text));
        Assert.Equal("\r\n--Encrypted Boundary--\r\n", text.Substring(part.Offset + 16, part.PlainLength));
    }

    [Fact]
    public void An_answer_may_have_several_parts()
    {
        string second = Whole.Replace("Length=5", "Length=2", StringComparison.Ordinal).Replace("HELLO", "!!", StringComparison.Ordinal);
        string text = Whole.Replace("--Encrypted Boundary--\r\n", "", StringComparison.Ordinal) + second;
        IReadOnlyList<SealedPart> parts = Parse(text);
        Assert.Collection(
            parts,
            p => Assert.Equal(Signature + "HELLO", text.Substring(p.Offset, p.TokenLength)),
            p => Assert.Equal(Signature + "!!", text.Substring(p.Offset, p.TokenLength)));
    }

    [Theory]
    [InlineData("Length=5", "Length=4")]
    [InlineData("Length=5", "Length=6")]
    [InlineData("Length=5", "Length=2147483647")]
    [InlineData("Length=5", "Length=-5")]
    [InlineData("Length=5", "Length=99999999999")]
    [InlineData(";Length=5", "")]
    [InlineData("\u0010\0\0\0", "\u000f\0\0\0")]
    [InlineData("\u0010\0\0\0", "\uffff\0\0\0")]
    [InlineData("\u0010\0\0\0", "\u0010\0\0\u0080")]
    [InlineData("octet-stream", "soap+xml")]
    [InlineData("HTTP-SPNEGO", "HTTP-Kerberos")]
    [InlineData("Encrypted Boundary", "Other Boundary")]
    [InlineData("--Encrypted Boundary--\r\n", "")]
    [InlineData("--Encrypted Boundary--\r\n", "--Encrypted Boundary\r\n")]
    [InlineData("\tOriginal", "\tX: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n\tOriginal")]
    public void What_is_no_such_message_breaks_the_protocol(string usual, string wrong) =>
        AssertBroken(Whole.Replace(usual, wrong, StringComparison.Ordinal));

    [Fact]
    public void A_message_cut_off_anywhere_breaks_the_protocol()
    {
        for (int length = 0; length < Whole.Length - 2; length++) // the last line end may be missing
            AssertBroken(Whole[..length]);
    }

    private static void AssertBroken(string text) =>
        Assert.Equal(CimFaultKind.Protocol, Assert.Throws<CimFault>(() => Parse(text)).Kind);

    private static IReadOnlyList<SealedPart> Parse(string text) =>
        Sealing.Parse(Encoding.Latin1.GetBytes(text), Sealing.Spnego, Boundary);
}
