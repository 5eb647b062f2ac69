using System;
using System.Collections.Generic;

namespace MedHardening.Cim.WsMan;

/// <summary>
/// Reads instances (DSP0230, DSP0227 §7): a child element is a property, a repeated one an array. Property names are shared
/// between all instances of the same shape, since a class may have hundreds of rows.
/// </summary>
internal sealed class InstanceReader
{
    private const int MaxShapes = 256;

    private readonly XmlCursor _xml;
    private readonly ValueReader _values;

    // The shape last seen of each class, which the next instance most likely has too; and all shapes by a hash of their names.
    private readonly Dictionary<string, string[]> _last = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string[]> _shapes = [];

    // Members of the instances being read, the outermost first.
    private readonly List<string> _names = [];
    private readonly List<object?> _members = [];

    public InstanceReader(XmlCursor xml)
    {
        _xml = xml;
        _values = new ValueReader(xml, this);
    }

    /// <summary>The element as an instance; a row of a projection is a <c>w:XmlFragment</c> and has no class.</summary>
    public CimObject Read()
    {
        string className = _xml.Is("XmlFragment", Names.WsMan) ? "" : _xml.Name;
        return _xml.Enter() ? ReadMembers(className) : new CimObject(className, [], []);
    }

    /// <summary>Members up to the end of the element that the cursor is in.</summary>
    public CimObject ReadMembers(string className)
    {
        int start = _names.Count;
        _last.TryGetValue(className, out string[]? shape);
        while (_xml.NextChild())
        {
            // The address of the instance, not a property of it (MS-WSMV §4.1.1).
            if (_xml.Is("Location", Names.Cim))
            {
                _xml.Skip();
                continue;
            }
            string name = _xml.Name;
            int i = IndexOf(name, start, shape);
            object? value = _values.Read();
            if (i < 0)
            {
                _names.Add(name);
                _members.Add(value);
            }
            else if (_members[i] is Repeated list)
            {
                list.Add(value);
            }
            else
            {
                _members[i] = new Repeated { _members[i], value };
            }
        }
        return Take(className, start, shape);
    }

    private int IndexOf(string name, int start, string[]? shape)
    {
        int next = _names.Count - start;
        if (shape is not null && next < shape.Length && shape[next] == name)
            return -1;
        for (int i = _names.Count - 1; i >= start; i--)
        {
            if (_names[i] == name)
                return i;
        }
        return -1;
    }

    private CimObject Take(string className, int start, string[]? shape)
    {
        int count = _names.Count - start;
        object?[] values = new object?[count];
        for (int i = 0; i < count; i++)
            values[i] = _members[start + i] is Repeated list ? list.ToArray() : _members[start + i];
        if (shape is null || !IsShape(shape, start))
            _last[className] = shape = Shape(start);
        _names.RemoveRange(start, count);
        _members.RemoveRange(start, count);
        return new CimObject(className, shape, values);
    }

    // Windows leaves null arrays out, so that a class has a few shapes.
    private string[] Shape(int start)
    {
        HashCode hash = default;
        for (int i = start; i < _names.Count; i++)
            hash.Add(_names[i], StringComparer.Ordinal);
        if (_shapes.TryGetValue(hash.ToHashCode(), out string[]? shape) && IsShape(shape, start))
            return shape;
        if (_shapes.Count >= MaxShapes)
        {
            _shapes.Clear();
            _last.Clear();
        }
        return _shapes[hash.ToHashCode()] = [.. _names[start..]];
    }

    private bool IsShape(string[] shape, int start)
    {
        if (shape.Length != _names.Count - start)
            return false;
        for (int i = 0; i < shape.Length; i++)
        {
            if (shape[i] != _names[start + i])
                return false;
        }
        return true;
    }

    /// <summary>Forgets members that an unreadable reply left behind.</summary>
    public void Reset()
    {
        _names.Clear();
        _members.Clear();
    }

    private sealed class Repeated : List<object?>;
}
