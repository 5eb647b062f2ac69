using System.Threading;
using System.Threading.Tasks;
using MedHardening.Domains;

namespace MedHardening.Checks;

/// <summary>A check of one directory domain.</summary>
public abstract class DomainCheck : Check
{
    public abstract Task<Verdict> EvaluateAsync(IDirectory directory, object settings, CancellationToken cancel);
}
