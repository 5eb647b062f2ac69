using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.Management.Infrastructure;
using Microsoft.Management.Infrastructure.Options;

namespace MedHardening.MiDouble;

/// <summary>What is behind the sessions that a test opens: it says what every question is answered with, and sees how it was asked.</summary>
public sealed class Wmi
{
    private static readonly AsyncLocal<Wmi?> s_current = new();

    private Wmi(Func<Question, IEnumerable<object>> answer) => Answer = answer;

    internal static Wmi Current => s_current.Value ?? throw new InvalidOperationException("The test has put nothing behind MI.");

    /// <summary>Gives instances, or the result of a method. It may throw, at once or on the way, what MI reports then.</summary>
    public Func<Question, IEnumerable<object>> Answer { get; }

    public List<(string? Computer, CimSessionOptions Options)> Opened { get; } = [];

    public List<Question> Asked { get; } = [];

    public int Closed { get; internal set; }

    /// <summary>From now on, and for what this test calls.</summary>
    public static Wmi With(Func<Question, IEnumerable<object>> answer) => s_current.Value = new Wmi(answer);

    /// <summary>Says nothing until the caller gives up.</summary>
    public static IEnumerable<object> Silence(Question question)
    {
        question.Options.CancellationToken!.Value.WaitHandle.WaitOne();
        yield break;
    }
}

/// <summary>One question as it arrived.</summary>
public sealed record Question(string Namespace, string? ClassName, string? Wql, string? Method, CimOperationOptions Options)
{
    /// <summary>Of the instance that a method was called on; null for a static one.</summary>
    public IReadOnlyList<CimProperty>? Keys { get; init; }

    /// <summary>The computer that the session was opened to; null for this one.</summary>
    public string? Computer { get; init; }

    public Dictionary<string, (CimType Type, object Value)> Parameters { get; init; } = [];
}
