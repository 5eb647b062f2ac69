using MedHardening.Services;
using Xunit;

namespace MedHardening.Tests.Services;

public class LookAlikesTests
{
    private static readonly LookAlikes s_names = new(["Spooler", "WinDefend", "LanmanServer", "Bonjour Service"]);

    [Theory]
    [InlineData("Spoo1er")]
    [InlineData("Sp00ler")]
    [InlineData("WlnDefend")]
    [InlineData("Ｓｐｏｏｌｅｒ")]
    [InlineData("Sрooler")] // a Cyrillic letter
    [InlineData("Mаintenance")] // imitates none, but mixes alphabets
    [InlineData("LanrnanServer")]
    public void It_imitates(string name) => Assert.True(s_names.Imitates(name));

    [Theory]
    [InlineData("Spooler")]
    [InlineData("SPOOLER")]
    [InlineData("Spooler2")]
    [InlineData("電子カルテ Service")]
    [InlineData("ミドルウェアAgent")]
    [InlineData("Служба")]
    public void It_is_a_name_of_its_own(string name) => Assert.False(s_names.Imitates(name));

    [Theory]
    [InlineData("svchost.exe", "svch0st.exe", true)]
    [InlineData("lsass.exe", "Isass.exe", true)]
    [InlineData("lsass.exe", "LSASS.EXE", false)]
    [InlineData("lsass.exe", "lsas.exe", false)]
    public void Two_names_look_alike(string one, string other, bool alike) => Assert.Equal(alike, LookAlikes.AreAlike(one, other));
}
