using System;
using System.IO;
using System.Text;

namespace MedHardening.Tests.Baselines;

/// <summary>A file of a test, gone with it.</summary>
internal sealed class TextFile : IDisposable
{
    public TextFile(byte[] bytes, string extension = ".yaml")
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName() + extension);
        File.WriteAllBytes(Path, bytes);
    }

    public TextFile(string text, string extension = ".yaml")
        : this(new UTF8Encoding(false).GetBytes(text), extension)
    {
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
