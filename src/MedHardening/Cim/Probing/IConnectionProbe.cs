using System.Threading;
using System.Threading.Tasks;

namespace MedHardening.Cim.Probing;

/// <summary>Finds out, step by step, why a computer does not answer. One probe is one run: it proves a credential on one computer first.</summary>
public interface IConnectionProbe
{
    /// <summary>Takes the steps. What goes wrong is in the report; only a cancellation throws.</summary>
    /// <param name="query">Asked at the end; null for none.</param>
    Task<ConnectionReport> ProbeAsync(CimTarget target, CimQuery? query, CancellationToken cancel);
}
