using System;
using System.Collections.Generic;
using System.Linq;
using MedHardening.AccessLogs;
using MedHardening.Cim;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.AccessLogs;

public class SignInCountsTests
{
    private static readonly DateTimeOffset s_to = new(2026, 11, 22, 9, 30, 0, TimeSpan.FromHours(9));

    [Fact]
    public void A_sign_in_is_read_by_the_place_of_its_strings()
    {
        SignIn good = SignIn.Of(Event("4624", Strings(27, (4, "S-1-5-21-1-2-3-1131"), (5, "kango01"), (6, "SAMPLE"), (8, "10"), (18, "192.0.2.7"))))!;
        Assert.Equal((true, @"SAMPLE\kango01", "S-1-5-21-1-2-3-1131", "192.0.2.7", 10), (good.Succeeded, good.Account, good.Sid, good.Source, good.LogonType));
        SignIn bad = SignIn.Of(Event("4625", Strings(21, (5, "admin"), (6, "-"), (10, "3"), (13, "WS1"), (19, "-"))))!;
        Assert.Equal((false, "admin", "WS1", 3), (bad.Succeeded, bad.Account, bad.Source, bad.LogonType));
    }

    [Fact]
    public void An_event_with_too_few_strings_is_none()
    {
        Assert.Null(SignIn.Of(Event("4624", Strings(18))));
        Assert.Null(SignIn.Of(Event("4625", Strings(21, (10, "x")))));
    }

    [Fact]
    public void Ten_failures_within_minutes_of_each_other_are_a_burst_and_nine_are_none()
    {
        SignIn[] nine = Failures(9, "192.0.2.66", TimeSpan.FromMinutes(5));
        Assert.Empty(SignInCounts.Bursts(nine));
        FailureBurst burst = Assert.Single(SignInCounts.Bursts([.. nine, .. Failures(10, "192.0.2.77", TimeSpan.FromMinutes(5))]));
        Assert.Equal(("192.0.2.77", 10, 1, TimeSpan.FromMinutes(45)), (burst.Source, burst.Failures, burst.Accounts, burst.End - burst.Start));
        Assert.Empty(SignInCounts.Bursts(Failures(10, "192.0.2.77", TimeSpan.FromMinutes(5.1))));
    }

    [Fact]
    public void What_the_days_before_do_not_have_is_new()
    {
        SignIn[] signIns = [At(-72, "old", "A"), At(-2, "old", "A"), At(-1, "guest", "B"), At(-1, "svc", "C") with { LogonType = 5 }];
        Assert.Equal(["guest"], SignInCounts.New(signIns, s_to.AddDays(-7), s_to, s => s.Account).Select(f => f.Name));
        Assert.Empty(SignInCounts.New(signIns, s_to.AddHours(-30), s_to, s => s.Account)); // too short to have days before
    }

    [Fact]
    public void Hours_are_those_of_the_computers_clock()
    {
        IReadOnlyList<HourOfDay> hours = SignInCounts.Hours([new(new DateTimeOffset(2026, 11, 21, 17, 5, 0, TimeSpan.Zero), false, "a", "", "s", 3)], TimeSpan.FromHours(9));
        Assert.Equal(24, hours.Count);
        Assert.Equal(new HourOfDay(2, 0, 1), hours[2]);
    }

    [Theory]
    [InlineData(100, 200, 10, 10)] // 10 a day, 100 left
    [InlineData(200, 200, 10, null)] // full
    public void The_day_on_which_the_log_is_full_follows_from_its_growth(long size, long most, int daysHeld, int? daysLeft)
    {
        LogCapacity capacity = new(size, most, true, s_to.AddDays(-daysHeld), s_to);
        Assert.Equal(daysLeft is null ? null : s_to.AddDays(daysLeft.Value), capacity.PredictedFull);
    }

    [Theory]
    [InlineData("O:BAG:SYD:(A;;0xf0005;;;SY)(A;;0x5;;;BA)(A;;0x1;;;S-1-5-32-573)", "SY BA")]
    [InlineData("O:BAG:SYD:(D;;0xf0007;;;AN)(A;;0x7;;;BA)(A;;GA;;;S-1-5-21-1-2-3-1009)", "BA S-1-5-21-1-2-3-1009")]
    [InlineData("D:(A;;0x3;;;BU)", "")]
    [InlineData("nonsense", null)]
    [InlineData("D:(A;;0xZZ;;;BA)", null)]
    public void Who_may_clear_is_read_from_the_descriptor(string sddl, string? expected) =>
        Assert.Equal(expected, ClearRights.Of(sddl) is { } sids ? string.Join(' ', sids) : null);

    private static SignIn At(int hours, string account, string source) => new(s_to.AddHours(hours), true, account, "", source, 3);

    private static SignIn[] Failures(int count, string source, TimeSpan apart) =>
        Enumerable.Range(0, count).Select(i => new SignIn(s_to + TimeSpan.FromTicks(apart.Ticks * i), false, "admin", "", source, 10)).ToArray();

    private static CimObject Event(string code, object?[] strings) => FakeHost.Row(
        "Win32_NTLogEvent", ("EventCode", code), ("TimeGenerated", "2026-11-19T02:31:00+09:00"), ("InsertionStrings", strings));

    private static object?[] Strings(int count, params (int Index, string Text)[] given)
    {
        object?[] strings = Enumerable.Repeat<object?>("-", count).ToArray();
        foreach ((int index, string text) in given)
            strings[index] = text;
        return strings;
    }
}
