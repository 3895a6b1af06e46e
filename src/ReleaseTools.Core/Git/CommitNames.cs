using System.Buffers.Binary;

namespace ReleaseTools.Git;

/// <summary>Commit names in the order they were first seen, as bytes, and found again by their content: a table with open addressing.</summary>
/// <param name="length">Bytes in a name. They are digests, so any of them make a good hash.</param>
internal sealed class CommitNames(int length)
{
    public const int Unknown = -1;

    private byte[] _names = new byte[1024 * length];

    /// <summary>For each slot the number of a name, plus one. Never more than half full.</summary>
    private int[] _slots = new int[2048];

    public int Length => length;

    public int Count { get; private set; }

    public ReadOnlySpan<byte> this[int number] => _names.AsSpan(number * length, length);

    public int Find(ReadOnlySpan<byte> name) => name.Length == length ? _slots[SlotOf(name)] - 1 : Unknown;

    /// <summary>The name's number; one more than any before where it is new.</summary>
    public int FindOrAdd(ReadOnlySpan<byte> name)
    {
        var slot = SlotOf(name);

        if (_slots[slot] == 0)
        {
            if ((Count + 1) * length > _names.Length)
            {
                Array.Resize(ref _names, _names.Length * 2);
            }

            name.CopyTo(_names.AsSpan(Count * length));
            _slots[slot] = ++Count;

            if (Count * 2 > _slots.Length)
            {
                Grow();
                return Count - 1;
            }
        }

        return _slots[slot] - 1;
    }

    /// <summary>Where the name is, or where it belongs.</summary>
    private int SlotOf(ReadOnlySpan<byte> name)
    {
        var mask = _slots.Length - 1;
        var slot = BinaryPrimitives.ReadInt32LittleEndian(name) & mask;

        while (_slots[slot] != 0 && !this[_slots[slot] - 1].SequenceEqual(name))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];

        for (var number = 0; number < Count; number++)
        {
            _slots[SlotOf(this[number])] = number + 1;
        }
    }
}
