using System;
using System.Collections.Concurrent;
using System.Linq;

namespace MedHardening.Simulator.WsMan;

/// <summary>
/// Enumerations that wait for a Pull. Each context serves once: the reply brings a new one (MS-WSMV §4.1.2.4). What is not pulled for
/// <paramref name="idle"/> is dropped (EnumerationTimeoutms, MS-WSMV §2.2.4.36).
/// </summary>
internal sealed class EnumerationStore(TimeProvider clock, TimeSpan idle, int maxPerUser)
{
    private const string Prefix = "uuid:";

    private readonly ConcurrentDictionary<Guid, Enumeration> _waiting = new();
    private readonly ConcurrentDictionary<(SimulatedHost Host, string User), int> _counts = new();
    private long _nextSweep = long.MinValue;

    /// <returns>The context to send.</returns>
    /// <exception cref="WsManFault">The user has too many unfinished enumerations on this host.</exception>
    public string Keep(Enumeration enumeration)
    {
        Sweep();
        (SimulatedHost, string) owner = (enumeration.Host, enumeration.User);
        if (_counts.AddOrUpdate(owner, 1, (_, n) => n + 1) > maxPerUser)
        {
            Release(owner);
            throw Faults.TooManyOperations();
        }
        enumeration.Expires = clock.GetUtcNow().Ticks + idle.Ticks;
        Guid id = Guid.NewGuid();
        _waiting[id] = enumeration;
        return Prefix + id.ToString("D").ToUpperInvariant();
    }

    /// <exception cref="WsManFault">The context is none of this host and user, was used before, or is too old.</exception>
    public Enumeration Take(string? context, SimulatedHost host, string user)
    {
        if (context is null || !context.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
            || !Guid.TryParseExact(context[Prefix.Length..], "D", out Guid id)
            || !_waiting.TryGetValue(id, out Enumeration? enumeration)
            || enumeration.Host != host || !enumeration.User.Equals(user, StringComparison.OrdinalIgnoreCase)
            || !Remove(id))
            throw Faults.InvalidContext();
        return enumeration.Expires >= clock.GetUtcNow().Ticks ? enumeration : throw Faults.InvalidContext();
    }

    private bool Remove(Guid id)
    {
        if (!_waiting.TryRemove(id, out Enumeration? enumeration))
            return false;
        Release((enumeration.Host, enumeration.User));
        return true;
    }

    private void Release((SimulatedHost, string) owner)
    {
        if (_counts.AddOrUpdate(owner, 0, (_, n) => n - 1) <= 0)
            _counts.TryRemove(new(owner, 0));
    }

    private void Sweep()
    {
        long now = clock.GetUtcNow().Ticks;
        if (now < _nextSweep)
            return;
        _nextSweep = now + idle.Ticks / 4;
        foreach (Guid id in _waiting.Where(e => e.Value.Expires < now).Select(e => e.Key).ToArray())
            Remove(id);
    }
}
