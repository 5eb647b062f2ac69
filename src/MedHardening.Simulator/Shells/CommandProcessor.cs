using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace MedHardening.Simulator.Shells;

/// <summary>
/// As much of cmd.exe as auditing tools use: <c>a &amp;&amp; b &amp; c</c>, <c>1&gt;&amp;2</c>, <c>2&gt;nul</c>, <c>type</c>, <c>del</c>,
/// <c>if exist</c>, <c>exit</c>. https://learn.microsoft.com/windows-server/administration/windows-commands/cmd
/// </summary>
/// <param name="files">The temporary files of the host.</param>
internal sealed class CommandProcessor(Tools tools, ConcurrentDictionary<string, byte[]> files, Encoding console)
{
    private readonly List<byte> _output = [];
    private readonly List<byte> _error = [];
    private int _level;

    public (int ExitCode, byte[] Output, byte[] Error) Run(string line)
    {
        foreach (string list in line.Split([" & "], StringSplitOptions.None))
        {
            foreach (string command in list.Split([" && "], StringSplitOptions.None))
            {
                if (!Execute(command.Trim()))
                    return (_level, [.. _output], [.. _error]);
                if (_level != 0)
                    break;
            }
        }
        return (_level, [.. _output], [.. _error]);
    }

    /// <summary>False when the processor is to end.</summary>
    private bool Execute(string command)
    {
        List<string> words = [.. command.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        bool toError = words.Remove("1>&2");
        bool silent = words.Remove("2>nul");
        List<byte> output = toError ? _error : _output;
        List<byte> error = silent ? [] : _error;
        switch (words.Select(w => w.ToLowerInvariant()).ToArray())
        {
            case ["secedit", "/export", "/cfg", _, ..]:
                Write(words[3], tools.SecurityTemplate());
                Say(output, words.Contains("/quiet") ? "" : tools.Done);
                break;
            case ["auditpol", "/get", "/category:*", "/r"]:
                Say(output, tools.AuditReport());
                break;
            case ["auditpol", "/backup", var file] when file.StartsWith("/file:", StringComparison.Ordinal):
                Write(words[2]["/file:".Length..], Encoding.UTF8.GetBytes(tools.AuditBackup()));
                Say(output, tools.CommandDone);
                break;
            case ["net", "accounts"]:
                Say(output, tools.Accounts() + tools.CommandDone);
                break;
            case ["type", _]:
                Type(words[1], output, error);
                break;
            case ["del", .., _]:
                files.TryRemove(Path(words[^1]), out _);
                _level = 0; // del says nothing of a file that is not there
                break;
            case ["if", "exist", _, "exit", _]:
                if (!files.ContainsKey(Path(words[2])))
                    return true;
                _level = int.Parse(words[4], CultureInfo.InvariantCulture);
                return false;
            default:
                Say(error, tools.Unknown(words.FirstOrDefault() ?? ""));
                _level = 1;
                break;
        }
        return true;
    }

    // A file of UTF-16 is shown in the code page of the console.
    private void Type(string file, List<byte> output, List<byte> error)
    {
        if (!files.TryGetValue(Path(file), out byte[]? bytes))
        {
            Say(error, tools.NoFile);
            _level = 1;
            return;
        }
        output.AddRange(bytes is [0xFF, 0xFE, ..] ? console.GetBytes(Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2)) : bytes);
        _level = 0;
    }

    private void Write(string file, byte[] bytes)
    {
        files[Path(file)] = bytes;
        _level = 0;
    }

    private void Say(List<byte> stream, string words) => stream.AddRange(console.GetBytes(words));

    private static string Path(string typed) => typed.Replace("%windir%", @"C:\Windows", StringComparison.OrdinalIgnoreCase).ToUpperInvariant();
}
