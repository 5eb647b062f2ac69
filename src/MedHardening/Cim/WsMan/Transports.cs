using MedHardening.Cim.Probing;
using MedHardening.Cim.WsMan;
using MedHardening.Cim.WsMan.Probing;

namespace MedHardening.Cim;

public static partial class Transports
{
    static partial void CreateWsMan(ref ICimTransport? transport) => transport = new WsManTransport();

    static partial void CreateProbe(ref IConnectionProbe? probe) => probe = new WsManProbe();
}
