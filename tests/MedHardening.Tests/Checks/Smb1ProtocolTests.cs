using System.Threading.Tasks;
using MedHardening.Checks;
using MedHardening.Tests.TestDoubles;
using Xunit;

namespace MedHardening.Tests.Checks;

public class Smb1ProtocolTests
{
    private const string Driver = @"SYSTEM\CurrentControlSet\Services\mrxsmb10";

    [Theory]
    [InlineData("false", null, Outcome.Pass)]
    [InlineData("false", 4u, Outcome.Pass)]
    [InlineData("false", 2u, Outcome.Fail)]
    [InlineData("true", 4u, Outcome.Fail)]
    [InlineData(null, 4u, Outcome.Unknown)]
    public async Task Neither_served_nor_used(string? serves, uint? start, Outcome expected)
    {
        FakeHost host = new FakeHost().WithRow("MSFT_SmbServerConfiguration", ("EnableSMB1Protocol", serves));
        if (start is not null)
            host.With(Driver, "Start", start.Value);
        Assert.Equal(expected, (await new Smb1Protocol().JudgeAsync(host)).Outcome);
    }

    [Fact]
    public async Task A_class_without_its_one_instance_says_nothing() =>
        Assert.Equal(Outcome.Unknown, (await new Smb1Protocol().JudgeAsync(new FakeHost().WithNo("MSFT_SmbServerConfiguration"))).Outcome);
}
