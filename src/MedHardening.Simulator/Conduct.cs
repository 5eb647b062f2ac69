using System;
using System.Collections.Generic;
using System.Threading;

namespace MedHardening.Simulator;

/// <summary>A misbehaviour and how often each mishap of it was due already.</summary>
internal sealed class Conduct(Misbehaviour misbehaviour)
{
    private readonly int[] _met = new int[misbehaviour.Mishaps.Count];

    public Misbehaviour Misbehaviour => misbehaviour;

    public Incident Meet(Phase at, bool signingIn)
    {
        TimeSpan latency = TimeSpan.Zero;
        IReadOnlyList<Mishap> mishaps = misbehaviour.Mishaps;
        for (int i = 0; i < mishaps.Count; i++)
        {
            Mishap mishap = mishaps[i];
            if (!mishap.Concerns(at, signingIn) || !IsDue(mishap, ref _met[i]))
                continue;
            if (mishap.What != MishapKind.Latency)
                return new Incident(latency, mishap);
            latency += mishap.Delay;
        }
        return new Incident(latency, null);
    }

    private static bool IsDue(Mishap mishap, ref int met)
    {
        long before = Interlocked.Increment(ref met) - 1L;
        return before >= mishap.Skip && before - mishap.Skip < mishap.Times;
    }
}

/// <summary>What befalls one connection or request.</summary>
/// <param name="Latency">Before anything else.</param>
/// <param name="Mishap">Null when all goes well.</param>
internal readonly record struct Incident(TimeSpan Latency, Mishap? Mishap);
