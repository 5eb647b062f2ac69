using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using MedHardening.Baselines;
using MedHardening.Baselines.Yaml;
using Xunit;

namespace MedHardening.Tests.Baselines;

/// <summary>Settings of every shape that a check may have, whichever the checks of today have.</summary>
public class BinderTests
{
    [Fact]
    public void Every_kind_of_value_is_read()
    {
        Sample sample = Bind("""
            flag: yes
            count: -5
            size: 4294967295
            word: 0x10
            day: 令和7年5月1日
            colour: darkBlue
            names: [a, "1"]
            numbers: [1, 2]
            byName: {a: 1}
            byColour: {red: [x]}
            inner: {deep: [{count: 7}]}
            maybe: 3
            """, out _);
        Assert.True(sample.Flag);
        Assert.Equal(-5, sample.Count);
        Assert.Equal(uint.MaxValue, sample.Size);
        Assert.Equal("0x10", sample.Word);
        Assert.Equal(new DateTime(2025, 5, 1), sample.Day);
        Assert.Equal(Colour.DarkBlue, sample.Colour);
        Assert.Equal(["a", "1"], sample.Names);
        Assert.Equal([1, 2], sample.Numbers);
        Assert.Equal(1, sample.ByName["a"]);
        Assert.Equal(["x"], sample.ByColour[Colour.Red]);
        Assert.Equal(7, sample.Inner.Deep.Single().Count);
        Assert.Equal(3, sample.Maybe);
    }

    [Fact]
    public void What_is_not_written_keeps_its_default()
    {
        Sample sample = Bind("count: 1", out _);
        Assert.Equal(("x", true, (int?)null), (sample.Word, sample.Flag, sample.Maybe));
    }

    [Fact]
    public void A_value_that_may_be_absent_may_be_empty() => Assert.Null(Bind("maybe:", out _).Maybe);

    [Theory]
    [InlineData("flag: 1", 7, "true か false", "true or false")]
    [InlineData("flag: 'yes'", 7, "引用符なし", "without quotes")]
    [InlineData("flag:", 1, "値がありません", "has no value")]
    [InlineData("count: 1.5", 8, "整数", "whole number")]
    [InlineData("count: '5'", 8, "引用符なし", "without quotes")]
    [InlineData("count: 010", 8, "整数", "whole number")]
    [InlineData("count: 2147483648", 8, "整数", "whole number")]
    [InlineData("count: 99999999999999999999", 8, "整数", "whole number")]
    [InlineData("size: -1", 7, "0以上", "0 or more")]
    [InlineData("word: {a: b}", 7, "一覧や組", "a list or a map")]
    [InlineData("colour: blue", 9, "red, darkBlue", "red, darkBlue")]
    [InlineData("colour: 1", 9, "red, darkBlue", "red, darkBlue")]
    [InlineData("day: 2025-02-30", 6, "実在する日付", "a day that exists")]
    [InlineData("numbers: [1, x]", 14, "整数", "whole number")]
    [InlineData("byName: {a: }", 13, "値がありません", "no value")]
    [InlineData("inner: {deep: [{coutn: 7}]}", 17, "「count」のことですか", "Did you mean 'count'?")]
    [InlineData("bounded: 0", 10, "1から120まで", "from 1 to 120")]
    [InlineData("bounded: 121", 10, "1から120まで", "from 1 to 120")]
    [InlineData("boundedByName: {a: 5, b: 121}", 26, "1から120まで", "from 1 to 120")]
    [InlineData("maybe: x", 8, "整数", "whole number")]
    public void A_value_that_does_not_fit_is_told(string text, int column, string ja, string en)
    {
        Bind(text, out IReadOnlyList<Fault> faults);
        Fault fault = Assert.Single(faults);
        Assert.Equal((1, column), (fault.Line, fault.Column));
        Assert.Contains(ja, fault.Message.Ja);
        Assert.Contains(en, fault.Message.En);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(120)]
    public void The_ends_of_a_range_belong_to_it(int value) => Assert.Equal(value, Bind($"bounded: {value}", out _).Bounded);

    [Fact]
    public void A_message_never_repeats_what_a_terminal_would_obey()
    {
        Bind("colour: \"\\e[2J\\u202E" + new string('a', 500) + "\"", out IReadOnlyList<Fault> faults);
        string message = Assert.Single(faults).Message.Ja;
        Assert.DoesNotContain('\u001B', message);
        Assert.DoesNotContain('\u202E', message);
        Assert.DoesNotContain(new string('a', 100), message);
    }

    private static Sample Bind(string text, out IReadOnlyList<Fault> faults)
    {
        var list = new FaultList("sample.yaml");
        faults = [];
        var sample = (Sample)new Binder(list).Record(YamlFile.Parse(Encoding.UTF8.GetBytes(text), list), typeof(Sample));
        try
        {
            list.ThrowIfAny();
        }
        catch (InvalidFileException e)
        {
            faults = e.Faults;
        }

        return sample;
    }

    private enum Colour
    {
        Red,
        DarkBlue,
    }

    private sealed record Sample
    {
        public bool Flag { get; init; } = true;

        public int Count { get; init; }

        public uint Size { get; init; }

        public string Word { get; init; } = "x";

        public DateTime Day { get; init; }

        public Colour Colour { get; init; }

        public IReadOnlyList<string> Names { get; init; } = [];

        public int[] Numbers { get; init; } = [];

        public IReadOnlyDictionary<string, int> ByName { get; init; } = new Dictionary<string, int>();

        public Dictionary<Colour, IReadOnlyList<string>> ByColour { get; init; } = [];

        public Nested Inner { get; init; } = new();

        public int? Maybe { get; init; }

        [Within(1, 120)]
        public int Bounded { get; init; } = 30;

        [Within(1, 120)]
        public IReadOnlyDictionary<string, int> BoundedByName { get; init; } = new Dictionary<string, int>();
    }

    private sealed record Nested
    {
        public IReadOnlyList<Leaf> Deep { get; init; } = [];
    }

    private sealed record Leaf
    {
        public int Count { get; init; }
    }
}
