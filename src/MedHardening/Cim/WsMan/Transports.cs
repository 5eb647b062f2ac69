using MedHardening.Cim.Guarding;
using MedHardening.Cim.Retrying;
using MedHardening.Cim.WsMan;

namespace MedHardening.Cim;

public static partial class Transports
{
    static partial void CreateWsMan(ref ICimTransport? transport) =>
        transport = new RetryingTransport(new GuardedTransport(new WsManTransport()), new Patience());
}
