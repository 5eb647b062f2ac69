using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using MedHardening.Baselines;
using Xunit;

namespace MedHardening.Tests.Baselines;

/// <summary>
/// Whatever becomes of a good file, reading it ends in an object or in faults with places inside the file. For a long
/// campaign set MEDHARDENING_MUTATIONS to the number of mutations of each file.
/// </summary>
public class MutatedFilesTests
{
    private static readonly int s_perFile =
        int.Parse(Environment.GetEnvironmentVariable("MEDHARDENING_MUTATIONS") ?? "400", CultureInfo.InvariantCulture);

    private static readonly string[] s_parts =
    [
        "[", "]", "{", "}", ":", ": ", "- ", "\n", "\n  ", "\t", "\"", "'", "&a ", "*a ", "!!x ", "<<: ", "---\n", "? ", "|", ">", "#", "%", "@",
        "~", "null", "true", "0", "-1", "99999999999", "2025-02-30", "\u3000", "：", "\\", "\"\\U0011FFFF\"", "\"\\uD800\"", ",", ";", "😀", "\u0085",
    ];

    [Theory]
    [InlineData("hospital.yaml", 1)]
    [InlineData("facility.example.yaml", 2)]
    [InlineData("checklists/mhlw-r7.yaml", 3)]
    [InlineData("ledger.example.csv", 4)]
    [InlineData("facility.yaml", 5)]
    public void Only_faults_come_out(string name, int seed)
    {
        byte[] good = name == "facility.yaml" ? Encoding.UTF8.GetBytes(Filled) : File.ReadAllBytes(RepositoryFiles.Path("baselines/" + name));
        var random = new Random(seed);
        using var file = new TextFile(good, Path.GetExtension(name));
        for (int i = 0; i < s_perFile; i++)
        {
            byte[] mutated = Mutate(good, random);
            File.WriteAllBytes(file.Path, mutated);
            IReadOnlyList<Fault> faults = FileValidator.Validate(file.Path);
            Assert.All(faults, f => Assert.InRange(f.Column, 0, f.LineText is null ? 0 : f.LineText.Length + 1));
            Assert.All(faults, f => Assert.Equal(f.Line == 0, f.LineText is null));
        }
    }

    private static byte[] Mutate(byte[] good, Random random)
    {
        List<byte> bytes = [.. good];
        for (int i = random.Next(1, 6); i > 0; i--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(s_parts[random.Next(s_parts.Length)]));
                    break;
            }

            if (bytes.Count == 0)
                bytes.Add((byte)'a');
        }

        return [.. bytes];
    }

    private const string Filled = """
        schema: medhardening/facility/1
        profile: mhlw-r7
        facility: {name: 見本病院, kind: 病院, officer: {name: 山田 花子, title: 副院長}}
        operatesMedicalSystem: true
        attestations:
          - {row: 2-⑨, answer: はい, by: {name: 山田 花子, title: 副院長}, confirmedOn: 令和7年5月1日, remarks: "備考"}
          - row: 2-⑫ サーバ
            answer: no
            confirmedOn: R7.5.1
            targetDate: 2026-01-31
            remarks: |
              二行の
              備考
        exceptions:
          - id: E1
            item: 2-9
            check: removable-storage-access
            hosts: [CT-01, MR-01]
            reason: 装置の制約
            compensatingControl: 貸出簿
            approvedBy: {name: 山田 花子, title: 副院長}
            approvedOn: 2025-04-01
            expires: 2026-03-31
        vendorAnswers:
          - {vendor: 見本, row: 2-9, hosts: [CT-01], answer: はい, by: {name: 見本 次郎, title: 係}, answeredOn: 2025-05-01}
        """;
}
