using System.Net;

namespace MedHardening.Cli.Simulate;

/// <summary>What the person asked <c>simulate</c> for.</summary>
/// <param name="Folder">Host files of the user's own; null for the made-up hospital.</param>
/// <param name="UserName">The account to accept, whose password comes by standard input; null makes one.</param>
internal sealed record SimulateArguments(int Hosts, IPEndPoint Listen, string Ledger, string? Folder, string? UserName);
