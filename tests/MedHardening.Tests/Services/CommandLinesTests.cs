using MedHardening.Services;
using Xunit;

namespace MedHardening.Tests.Services;

public class CommandLinesTests
{
    [Theory]
    [InlineData("\"C:\\Program Files\\A\\a.exe\" --x \"y z\"", "C:\\Program Files\\A\\a.exe", "--x \"y z\"", false)]
    [InlineData("C:\\Program Files\\A\\a.exe -k b.exe", "C:\\Program Files\\A\\a.exe", "-k b.exe", true)]
    [InlineData("C:\\Windows\\system32\\svchost.exe -k netsvcs -p", "C:\\Windows\\system32\\svchost.exe", "-k netsvcs -p", false)]
    [InlineData("C:\\a.exe.d\\b.EXE", "C:\\a.exe.d\\b.EXE", "", false)]
    [InlineData("cmd /c dir", "cmd", "/c dir", false)]
    [InlineData("  ", "", "", false)]
    [InlineData("\"C:\\never closed.exe", "C:\\never closed.exe", "", false)]
    public void A_command_line_is_taken_apart(string text, string program, string arguments, bool unquoted)
    {
        Assert.Equal((program, arguments), CommandLines.Split(text));
        Assert.Equal(unquoted, CommandLines.IsUnquoted(text));
    }
}
