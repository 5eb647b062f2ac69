using System;
using MedHardening.Checks;

namespace MedHardening.Tests.TestDoubles;

/// <summary>A check that only has a face: for those who show results and never evaluate.</summary>
internal sealed class StubCheck(string id, string item, Bearing bearing) : Check
{
    public string Ja { get; init; } = "日本語の題";

    public string En { get; init; } = "English title";

    public override string Id => id;

    public override string Item => item;

    public override Bearing Bearing => bearing;

    public override Text Title => new(Ja, En);

    public override Text Remedy => new(Ja + "ようにする", "Make it so: " + En);

    public override Type SettingsType => typeof(object);
}
