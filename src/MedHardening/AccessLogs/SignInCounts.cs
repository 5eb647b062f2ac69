using System;
using System.Collections.Generic;
using System.Linq;

namespace MedHardening.AccessLogs;

/// <summary>Counts sign-ins in the ways that a review looks at them.</summary>
internal static class SignInCounts
{
    // Ten failures of one source within five minutes: more than a person who has forgotten a password makes.
    private const int LeastFailures = 10;
    private static readonly TimeSpan s_window = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan s_new = TimeSpan.FromDays(1);
    private const int OfServices = 5;

    public static IReadOnlyList<SignInGroup> Groups(IEnumerable<SignIn> signIns) => signIns
        .GroupBy(s => (s.Account.ToUpperInvariant(), s.Source.ToUpperInvariant(), s.LogonType))
        .Select(g => new SignInGroup(
            g.First().Account,
            g.First().Sid,
            g.First().Source,
            g.Key.LogonType,
            g.Count(s => s.Succeeded),
            g.Count(s => !s.Succeeded),
            g.Min(s => s.At),
            g.Max(s => s.At)))
        .OrderByDescending(g => g.Failures).ThenByDescending(g => g.SignIns).ThenBy(g => g.Account, StringComparer.OrdinalIgnoreCase)
        .ThenBy(g => g.Source, StringComparer.OrdinalIgnoreCase).ThenBy(g => g.LogonType)
        .ToArray();

    public static IReadOnlyList<HourOfDay> Hours(IReadOnlyCollection<SignIn> signIns, TimeSpan offset)
    {
        ILookup<int, SignIn> byHour = signIns.ToLookup(s => s.At.ToOffset(offset).Hour);
        return Enumerable.Range(0, 24).Select(h => new HourOfDay(h, byHour[h].Count(s => s.Succeeded), byHour[h].Count(s => !s.Succeeded))).ToArray();
    }

    /// <summary>Runs of failures of one source in which each is at most five minutes after the one before.</summary>
    public static IReadOnlyList<FailureBurst> Bursts(IEnumerable<SignIn> signIns)
    {
        List<FailureBurst> bursts = new();
        foreach (IGrouping<string, SignIn> source in signIns.Where(s => !s.Succeeded).GroupBy(s => s.Source, StringComparer.OrdinalIgnoreCase))
        {
            List<SignIn> run = new();
            foreach (SignIn failure in source.OrderBy(s => s.At))
            {
                if (run.Count > 0 && failure.At - run[run.Count - 1].At > s_window)
                    End(run);
                run.Add(failure);
            }
            End(run);
        }
        return bursts.OrderBy(b => b.Start).ToArray();

        void End(List<SignIn> run)
        {
            if (run.Count >= LeastFailures)
            {
                bursts.Add(new FailureBurst(
                    run[0].Source, run[0].At, run[run.Count - 1].At, run.Count, run.Select(s => s.Account).Distinct(StringComparer.OrdinalIgnoreCase).Count()));
            }
            run.Clear();
        }
    }

    /// <summary>Names of the last day that the days before do not have; none when there are no days before.</summary>
    /// <param name="name">Account or source; null leaves the event out.</param>
    public static IReadOnlyList<FirstSeen> New(IEnumerable<SignIn> signIns, DateTimeOffset from, DateTimeOffset to, Func<SignIn, string?> name)
    {
        if (to - from < s_new + s_new)
            return [];
        return signIns
            .Where(s => s.LogonType != OfServices && name(s) is not null)
            .GroupBy(s => name(s)!, StringComparer.OrdinalIgnoreCase)
            .Select(g => new FirstSeen(g.Key, g.Min(s => s.At)))
            .Where(f => f.At >= to - s_new)
            .OrderBy(f => f.At)
            .ToArray();
    }
}
