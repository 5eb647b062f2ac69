using System.Threading;
using System.Threading.Tasks;
using MedHardening.Cim;

namespace MedHardening.Changes;

/// <summary>
/// One write to one host with what was there before. A kind of change is a sealed record in one file: what it is about, how its
/// state is read, how it is made and taken back. States are texts in which two different states are never the same, so that
/// they can be compared, shown, and kept in the journal.
/// </summary>
/// <param name="Why">Id of the check, or name of the parameter, that wants it.</param>
/// <param name="Effect">When it takes effect once it is written.</param>
public abstract record Change(string Why, ChangeEffect Effect)
{
    /// <summary>The state of something that does not exist.</summary>
    public const string Absent = "absent";

    /// <summary>What is changed, as a person names it: a registry path, a service, an instance. The same for two changes of the same thing.</summary>
    public abstract string Location { get; }

    /// <summary>The state when the plan was made.</summary>
    public abstract string Old { get; }

    /// <summary>The state that is wanted.</summary>
    public abstract string New { get; }

    /// <summary>The state now.</summary>
    /// <exception cref="CimFault">It cannot be read.</exception>
    internal abstract Task<string> ReadAsync(ICimSession session, CancellationToken cancel);

    /// <summary>Brings <see cref="New"/> about. One writing request.</summary>
    /// <exception cref="CimFault">It was not done, or nobody knows whether it was.</exception>
    internal abstract Task ApplyAsync(ICimSession session, CancellationToken cancel);

    /// <summary>Brings <see cref="Old"/> about again. What others have added since stays.</summary>
    /// <exception cref="CimFault">It was not done, or nobody knows whether it was.</exception>
    internal abstract Task RevertAsync(ICimSession session, CancellationToken cancel);

    /// <summary><c>location: old → new</c>, for a person.</summary>
    public sealed override string ToString() => Location + ": " + Old + " → " + New;
}

/// <summary>When a change takes effect.</summary>
public enum ChangeEffect
{
    AtOnce,

    /// <summary>At the next restart of the computer.</summary>
    AfterRestart,

    /// <summary>When the device is plugged in again.</summary>
    AfterReplug,
}
