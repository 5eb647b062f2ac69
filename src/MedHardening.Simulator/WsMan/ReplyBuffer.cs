using System;
using System.Buffers;
using System.Text;
using MedHardening.Simulator.Cim;

namespace MedHardening.Simulator.WsMan;

/// <summary>A reply in the making: UTF-8 in pooled memory, so that its length is known before the first byte leaves.</summary>
internal sealed class ReplyBuffer : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public ReplyBuffer Raw(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Reserve(utf8.Length));
        Length += utf8.Length;
        return this;
    }

    public ReplyBuffer Markup(string markup)
    {
        Length += Encoding.UTF8.GetBytes(markup, Reserve(Encoding.UTF8.GetMaxByteCount(markup.Length)));
        return this;
    }

    /// <summary>Markup without a character beyond ASCII.</summary>
    public ReplyBuffer Ascii(string text)
    {
        Length += Encoding.ASCII.GetBytes(text, Reserve(text.Length));
        return this;
    }

    /// <summary>Text of an element.</summary>
    public ReplyBuffer Text(string text) => Markup(CimText.Escape(text));

    /// <summary>Forgets what was written after a point: an item that did not fit.</summary>
    public void Truncate(int length) => Length = length;

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + count, _bytes.Length * 2));
            _bytes.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
        return _bytes.AsSpan(Length);
    }
}
