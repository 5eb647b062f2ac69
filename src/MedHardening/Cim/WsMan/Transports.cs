using MedHardening.Cim.Guarding;
using MedHardening.Cim.Probing;
using MedHardening.Cim.Retrying;
using MedHardening.Cim.WsMan;
using MedHardening.Cim.WsMan.Probing;

namespace MedHardening.Cim;

public static partial class Transports
{
    static partial void CreateWsMan(ref ICimTransport? transport) =>
        transport = new RetryingTransport(new GuardedTransport(new WsManTransport()), new Patience());

    static partial void CreateProbe(ref IConnectionProbe? probe) => probe = new WsManProbe();
}
